import { z } from "zod";
import type { Remark } from "../sources/ports.ts";
import { actor, actorFields } from "./actor.ts";
import { connection } from "./connection.ts";

/** In the one query of an issue, also where our own comment is known: an author may have answered below it. Oldest first. */
export const conversationSelection = `
conversation: comments(first: 100) { nodes { body isMinimized author { ${actorFields} } } }`;

/** What somebody hid is not read by others either. */
export const conversation = connection(
  z.object({ body: z.string(), isMinimized: z.boolean(), author: actor }),
).transform((remarks) =>
  remarks.flatMap(({ isMinimized, author, body }): Remark[] => (isMinimized ? [] : [{ author, body }])),
);
