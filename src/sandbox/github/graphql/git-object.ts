import { createHash } from "node:crypto";
import { commitAt } from "../acts/checks.ts";
import { commitOf } from "../state/commits.ts";
import type { Repository } from "../state/model.ts";
import { commitSource } from "./commit-fields.ts";
import type { GraphqlContext } from "./field.ts";
import { blob } from "./git-blob.ts";

/** "REF:path" is a file or a folder, "REF" a commit; null for what is not there. */
export function objectAt(context: GraphqlContext, repository: Repository, expression: string): object | null {
  const [ref = "", path] = expression.split(/:(.*)/s);
  const oid = commitAt(context.world, repository, ref);
  if (oid === undefined) return null;
  if (path === undefined) return commitSource(context, repository, oid);
  const { files } = commitOf(context.world.state, oid);
  const text = files.get(path);
  return text === undefined ? treeAt(files, path) : blob(text);
}

function treeAt(files: ReadonlyMap<string, string>, path: string): object | null {
  const folder = path === "" ? "" : `${path.replace(/\/$/, "")}/`;
  const inside = [...files.keys()].filter((each) => each.startsWith(folder)).map((each) => each.slice(folder.length));
  if (inside.length === 0) return null;
  const names = [...new Set(inside.map((each) => each.split("/")[0] ?? each))];
  const oid = createHash("sha1").update(inside.join("\n")).digest("hex");
  const entries = names.map((name) => {
    const text = files.get(folder + name);
    return {
      name,
      path: folder + name,
      type: text === undefined ? "tree" : "blob",
      object: text === undefined ? null : blob(text),
    };
  });
  return { kind: "Tree", id: `T_kw${oid.slice(0, 16)}`, oid, entries };
}
