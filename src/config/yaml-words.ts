import type { ErrorCode, YAMLError } from "yaml";
import { md } from "../core/markdown/markdown.ts";
import type { Markdown } from "../core/markdown/markdown.ts";

const words: Readonly<Partial<Record<ErrorCode, Markdown>>> = {
  TAB_AS_INDENT: md`This line is indented with a tab; YAML is indented with spaces.`,
  BAD_INDENT: md`This line does not start in the same column as the others of its list or group.`,
  BLOCK_AS_IMPLICIT_KEY: md`A key begins where a value stands already; check the indentation, or put text with a colon in quotes.`,
  MULTILINE_IMPLICIT_KEY: md`A colon is missing after this key.`,
  BAD_SCALAR_START: md`Text that begins with this sign needs quotes.`,
  TAG_RESOLVE_FAILED: md`Tags (words that begin with an exclamation mark) are not read here; write the value alone, or in quotes.`,
};

/** The library's finding in a sentence for somebody who does not know YAML's grammar by heart. */
export function describeYamlError({ code, message }: YAMLError): Markdown {
  // One code stands for many things that may be missing: only the library's text tells what.
  if (message.startsWith("Missing closing")) return md`The text ends inside quotes that were never closed.`;
  if (message.startsWith("Implicit map keys")) return md`A colon is missing after this key.`;
  if (message.startsWith("Flow ")) return md`A bracket is opened and never closed, or what it holds is not indented.`;
  return words[code] ?? md`This is not valid YAML: ${message}.`;
}
