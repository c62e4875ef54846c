import { z } from "zod";
import { askedSettings, commonSettings } from "./metric-settings.ts";
import { defineProvider } from "./provider.ts";
import { toNumber } from "./to-number.ts";

/** RFC 6901: each part behind a slash, where `~1` is a slash and `~0` a tilde. */
const pointer = z
  .string()
  .max(500)
  .regex(/^(?:\/(?:[^~]|~[01])*)?$/, { error: "must be a JSON pointer, such as /data/0/value" });

/** Any address that answers with JSON in which the number stands. */
export const httpJson = defineProvider({
  name: "http-json",
  title: "The metric's service",
  settings: z.strictObject({
    provider: z.literal("http-json"),
    ...commonSettings,
    ...askedSettings,
    path: pointer.meta({
      description: "Where the number stands in the answer: a JSON pointer, such as `/data/0/value`.",
    }),
  }),
  looksBack: false,
  ask: ({ url }) => ({ url, method: "GET", headers: { accept: "application/json" } }),
  numberIn(json, { path }) {
    const found = follow(json, path);
    return found.kind === "found"
      ? toNumber(found.value)
      : { kind: "none", why: "answered without the place where the number should stand" };
  },
});

type Followed = { readonly kind: "found"; readonly value: unknown } | { readonly kind: "missing" };

/** What stands at a pointer. Only what the answer itself holds: no key reaches what JavaScript's objects have besides. */
function follow(json: unknown, path: string): Followed {
  let value = json;
  for (const part of path.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value) && !/^(?:0|[1-9]\d*)$/.test(key)) return { kind: "missing" };
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return { kind: "missing" };
    value = Reflect.get(value, key);
  }
  return { kind: "found", value };
}
