import { createHash } from "node:crypto";
import type { Commit } from "../state/model.ts";

/** GitHub's GraphQL cuts a blob's text here. */
const longestText = 512_000;

/** A file in a commit's tree; null for what is not there. */
export function entryAt({ files }: Commit, path: string): object | null {
  const text = files.get(path);
  if (text === undefined) return null;
  const object = blob(text);
  return { name: path.split("/").at(-1), path, type: "blob", oid: object.oid, object };
}

export function blob(text: string) {
  const byteSize = Buffer.byteLength(text);
  const isBinary = text.includes("\0");
  const oid = createHash("sha1").update(`blob ${byteSize}\0${text}`).digest("hex");
  return {
    kind: "Blob",
    id: `B_kw${oid.slice(0, 16)}`,
    oid,
    byteSize,
    isBinary,
    isTruncated: byteSize > longestText,
    text: isBinary ? null : text.slice(0, longestText),
  };
}
