import type { YAMLError } from "yaml";
import { md } from "../core/markdown/markdown.ts";
import type { Markdown } from "../core/markdown/markdown.ts";

/** The library's finding in a sentence for somebody who does not know YAML's grammar by heart. */
export function describeYamlError(error: YAMLError): Markdown {
  switch (error.code) {
    case "TAB_AS_INDENT":
      return md`This line is indented with a tab; YAML is indented with spaces.`;
    case "BAD_INDENT":
      return md`This line does not start in the same column as the others of its list or group.`;
    case "BLOCK_AS_IMPLICIT_KEY":
      return md`A key begins where a value stands already; check the indentation, or put text with a colon in quotes.`;
    case "MULTILINE_IMPLICIT_KEY":
      return md`A colon is missing after this key.`;
    case "BAD_SCALAR_START":
      return md`Text that begins with this sign needs quotes.`;
    case "TAG_RESOLVE_FAILED":
      return md`Tags (words that begin with an exclamation mark) are not read here; write the value alone, or in quotes.`;
    case "MISSING_CHAR":
      return describeMissing(error.message);
    default:
      return md`This is not valid YAML: ${error.message}.`;
  }
}

function describeMissing(message: string): Markdown {
  if (message.includes("closing")) return md`The text ends inside quotes that were never closed.`;
  if (message.startsWith("Implicit map keys")) return md`A colon is missing after this key.`;
  return md`This is not valid YAML: ${message}.`;
}
