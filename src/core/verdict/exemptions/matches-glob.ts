import { RE2JS } from "re2js";

/**
 * Whether a path matches a glob: `**` stands for any folders, `*` for anything and `?` for one character within a name,
 * `{a,b}` for either; every other character for itself. In linear time (RE2): a glob comes from a configuration, a path
 * from anybody, and the regular expression that picomatch makes of `*a*a*a*b` keeps V8 busy for minutes.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const depths = groupDepths(glob);
  const parts = Array.from(glob.matchAll(tokens), ({ 0: token, index }) => {
    const startsName = index === 0 || "/{,".includes(glob.charAt(index - 1));
    return translate(token, { startsName, grouped: (depths[index] ?? 0) > 0 });
  });
  const pattern = RE2JS.compile(parts.join(""), RE2JS.DOTALL);
  return (path) => pattern.matches(path);
}

const tokens = /\*\*\/|\*\*(?=$|[,}])|\*+|[?{},]|[^*?{},]+/g;

interface Standing {
  readonly startsName: boolean;
  readonly grouped: boolean;
}

function translate(token: string, { startsName, grouped }: Standing): string {
  if (token === "**/") return startsName ? "(?:[^/]+/)*" : "[^/]*/";
  if (token === "**") return startsName ? ".*" : "[^/]*";
  if (token.startsWith("*")) return "[^/]*";
  if (token === "?") return "[^/]";
  return (grouped ? inGroup[token] : undefined) ?? RE2JS.quote(token);
}

const inGroup: Readonly<Record<string, string>> = { "{": "(?:", "}": ")", ",": "|" };

/** How deep in braces each character stands, its own included; 0 everywhere when they do not match up. */
function groupDepths(glob: string): readonly number[] {
  const depths: number[] = [];
  let depth = 0;
  for (let index = 0; index < glob.length; index += 1) {
    if (glob.charAt(index) === "{") depth += 1;
    depths.push(depth);
    if (glob.charAt(index) === "}") depth -= 1;
    if (depth < 0) return [];
  }
  return depth === 0 ? depths : [];
}
