import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";

/** A file of the project, by its path from the root, with what it imports. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Files of ours, by their paths from the root; type-only imports count. */
  readonly imports: readonly string[];
  /** Packages and Node's own modules, by their names. */
  readonly packages: readonly string[];
}

const root = new URL("../../", import.meta.url);

/** Every TypeScript file below these folders. */
export function readSourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readSourceFile(`${folder}/${name.replaceAll("\\", "/")}`)),
  );
}

export function readProjectFile(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}

/** `import ... from "x"`, `export ... from "x"`, `import "x"`, `import("x")`, at the start of a line or of an expression. */
const imported = /(?:^|[\s;}])(?:from\s*|import\s*\(\s*|import\s+)"([^"\n]+)"/g;

function readSourceFile(path: string): SourceFile {
  const text = readProjectFile(path);
  const names = Array.from(text.matchAll(imported), ([, name = ""]) => name);
  const own = names.filter((name) => name.startsWith("."));
  return {
    path,
    text,
    imports: own.map((name) => posix.join(posix.dirname(path), name)),
    packages: names.filter((name) => !name.startsWith(".")),
  };
}
