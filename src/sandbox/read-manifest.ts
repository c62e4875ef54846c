import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const manifest = z.object({
  name: z.string(),
  default_permissions: z.record(z.string(), z.enum(["read", "write"])),
  default_events: z.array(z.string()),
});

/** What the app asks for when somebody installs it: the simulation grants that and no more. */
export function readManifest(): z.output<typeof manifest> {
  return manifest.parse(parse(readFileSync(new URL("../../app.yml", import.meta.url), "utf8")));
}
