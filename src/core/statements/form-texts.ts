/** One text of an issue form that people see while they fill it in. */
export interface FormText {
  readonly key: "label" | "description" | "placeholder" | "value";
  readonly text: string;
}

/**
 * The texts of an issue form in their order; null for what is no form. Read line by line and not as YAML: strangers'
 * files of 64 KiB would keep a parser busy, and all that is needed stands behind four keys.
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
export function readFormTexts(file: string): readonly FormText[] | null {
  const lines = file.split(/\r?\n/u);
  const start = lines.findIndex((line) => /^body\s*:\s*(?:#.*)?$/u.test(line));
  if (start < 0 || !lines.slice(start, start + 50).some((line) => /^\s*-\s+\p{L}+\s*:/u.test(line))) return null;
  const texts: FormText[] = [];
  for (let at = start + 1; at < lines.length; at += 1) {
    // The next key of the file itself ends the body.
    if (/^\p{L}/u.test(lines[at] ?? "")) break;
    const found = findKey(lines[at] ?? "");
    if (found === null) continue;
    const { text, end } = readScalar(lines, at, found);
    if (text.trim() !== "") texts.push({ key: found.key, text: text.trim() });
    at = end - 1;
  }
  return texts;
}

interface Key {
  readonly key: FormText["key"];
  /** Where the key stands in its line: what belongs to it is indented further. */
  readonly column: number;
  readonly rest: string;
}

function findKey(line: string): Key | null {
  const match = /^([\s-]{0,200})(label|description|placeholder|value)\s{0,10}:(?:\s+(.*))?$/u.exec(line);
  if (match === null) return null;
  const [, before = "", key = "", rest = ""] = match;
  return { key: asKey(key), column: before.length, rest: rest.trim() };
}

function asKey(key: string): FormText["key"] {
  return key === "label" || key === "description" || key === "placeholder" ? key : "value";
}

interface Scalar {
  readonly text: string;
  /** The first line that is not part of it. */
  readonly end: number;
}

function readScalar(lines: readonly string[], at: number, { column, rest }: Key): Scalar {
  let end = at + 1;
  while (end < lines.length && belongs(lines[end] ?? "", column)) end += 1;
  const below = lines.slice(at + 1, end);
  const block = /^([|>])[-+\d]{0,2}\s*(?:#.*)?$/u.exec(rest);
  if (block !== null) return { text: block[1] === ">" ? fold(dedent(below)) : dedent(below).join("\n"), end };
  // A list or map below is no text; its lines are looked at for themselves.
  if (rest === "" && below.some((line) => /^\s*(?:-\s|[\w-]+\s*:(?:\s|$))/u.test(line)))
    return { text: "", end: at + 1 };
  return { text: unquote([rest, ...below.map((line) => line.trim())].join("\n")), end };
}

function belongs(line: string, column: number): boolean {
  return line.trim() === "" || line.length - line.trimStart().length > column;
}

function dedent(lines: readonly string[]): readonly string[] {
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const indent = first.length - first.trimStart().length;
  return lines.map((line) => (line.slice(0, indent).trim() === "" ? line.slice(indent) : line.trim()));
}

/** Lines read on; an empty line begins a new one. */
function fold(lines: readonly string[]): string {
  const paragraphs = lines
    .map((line) => line.trimEnd())
    .join("\n")
    .split(/\n{2,}/u);
  return paragraphs.map((paragraph) => paragraph.replaceAll("\n", " ")).join("\n\n");
}

function unquote(text: string): string {
  const folded = fold(text.split("\n"));
  const double = /^"((?:[^"\\]|\\.)*)"/su.exec(folded)?.[1];
  if (double !== undefined) return double.replaceAll("\\n", "\n").replaceAll(/\\(.)/gsu, "$1");
  const single = /^'((?:[^']|'')*)'/u.exec(folded)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  return folded.replace(/(?:^|\s)#.*$/u, "");
}
