import type { Actor } from "../core/facts/actor.ts";
import { longestBody } from "../core/markdown/parse-body.ts";
import type { Remark } from "./issue-reading.ts";

/** A line that asks the app for something states nothing. */
const command = /^ {0,3}\/outcome\b/iu;

/**
 * What the author said below the issue, as texts to be read, without the lines that are commands to us. Together no
 * longer than one body may be: a hundred of the longest would keep the process busy for seconds.
 */
export function authorComments(author: Actor | null, conversation: readonly Remark[]): readonly string[] {
  if (author === null) return [];
  const own = conversation.filter((one) => one.author?.login === author.login && one.author.kind === author.kind);
  let length = 0;
  return own
    .map(({ body }) => withoutCommands(body))
    .filter((text) => {
      length += text.length;
      return text.trim() !== "" && length <= longestBody;
    });
}

function withoutCommands(body: string): string {
  return body
    .split(/\r?\n/u)
    .filter((line) => !command.test(line))
    .join("\n");
}
