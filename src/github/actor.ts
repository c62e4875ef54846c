import { z } from "zod";
import type { Actor } from "../core/facts/actor.ts";
import type { OwnApp } from "./own-app.ts";

/** The type tells a bot from a person: GraphQL leaves out the "[bot]" that REST puts after its login. */
export const actorFields = `type: __typename login`;

/** A deleted account is null. */
export const actor = z
  .object({ type: z.string(), login: z.string() })
  .nullish()
  .transform((value): Actor | null =>
    value ? { login: value.login, kind: value.type === "Bot" ? "bot" : "user" } : null,
  );

/** REST puts "[bot]" after a bot's login. */
export const restActor = z
  .object({ type: z.string(), login: z.string() })
  .nullish()
  .transform((value): Actor | null =>
    value ? { login: value.login.replace(/\[bot\]$/, ""), kind: value.type === "Bot" ? "bot" : "user" } : null,
  );

export function isOurselves(who: Actor | null, app: OwnApp): boolean {
  return who !== null && who.kind === "bot" && who.login.toLowerCase() === app.slug.toLowerCase();
}
