import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "./json.ts";
import { object } from "./json.ts";

const file = "package/generated/api.github.com.json";

/** GitHub's description in this version of the npm package @octokit/openapi: 29 MB to load, 13 MB of it read. */
export function fetchDescription(version: string): JsonObject {
  const folder = mkdtempSync(join(tmpdir(), "github-description-"));
  try {
    const packed = ["pack", `@octokit/openapi@${version}`, "--pack-destination", folder, "--silent"];
    const archive = execFileSync("npm", packed, { encoding: "utf8" }).trim();
    execFileSync("tar", ["-xzf", join(folder, archive), "-C", folder, file]);
    return readDescription(join(folder, file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function readDescription(path: string): JsonObject {
  return object(JSON.parse(readFileSync(path, "utf8")));
}
