import type { ConfigurationFile, ConfigurationPlace, ConfigurationReading } from "../../src/sources/ports.ts";

/** What GitHub would answer for one repository without any file; a test changes what it is about. */
export function place(changes: Partial<ConfigurationPlace> = {}): ConfigurationPlace {
  return { owner: "acme", name: "shop", visibility: "public", files: [], readable: true, ...changes };
}

export function file(text: string, changes: Partial<ConfigurationFile> = {}): ConfigurationFile {
  const bytes = Buffer.byteLength(text);
  return { path: ".github/outcome.yml", text, bytes, commit: "c0ffee", landedAt: null, ...changes };
}

/** The repository's own file, and the organisation's, where they are given. */
export function reading(own: string | null, organisation: string | null = null): ConfigurationReading {
  return {
    repository: place({ files: own === null ? [] : [file(own)] }),
    organisation: place({ name: ".github", files: organisation === null ? [] : [file(organisation)] }),
  };
}
