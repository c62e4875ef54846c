/** A member of an interface: its name, whether it may be left out, and its own members where it is an object. */
export interface Declared {
  readonly name: string;
  readonly optional: boolean;
  /** What stands behind the colon, on the same line: "{" for an object. */
  readonly type: string;
  readonly members: readonly Declared[];
}

interface Growing extends Declared {
  readonly indent: number;
  readonly members: Growing[];
}

const interfaceLine = /^export interface (\w+) \{$/;
const memberLine = /^( +)(?:"([^"]+)"|(\w+))(\?)?: ?(.*)$/;

/**
 * The interfaces of a generated declaration file with two spaces a level. What stands inside a union is left out: its
 * lines are indented by more.
 */
export function readDeclarations(text: string): readonly Declared[] {
  const interfaces: Growing[] = [];
  let open: Growing[] = [];
  for (const line of withoutComments(text).split("\n")) {
    const read = readLine(line);
    if (read === null) continue;
    open = open.filter((one) => one.indent < read.indent);
    const parent = open.at(-1);
    if (parent === undefined) interfaces.push(read);
    else if (read.indent === parent.indent + 2) parent.members.push(read);
    open.push(read);
  }
  return interfaces;
}

function readLine(line: string): Growing | null {
  const [, declared] = interfaceLine.exec(line) ?? [];
  if (declared !== undefined) return { name: declared, optional: false, type: "{", indent: 0, members: [] };
  const [, spaces, quoted, plain, mark, type = ""] = memberLine.exec(line) ?? [];
  const name = quoted ?? plain;
  if (spaces === undefined || name === undefined) return null;
  return { name, optional: mark !== undefined, type, indent: spaces.length, members: [] };
}

function withoutComments(text: string): string {
  return text.replaceAll(/^ *\/\*\*[\s\S]*?\*\/\n/gm, "");
}

/** The member that is reached by these names. */
export function declaredAt(declared: readonly Declared[], ...names: readonly string[]): Declared | undefined {
  const [first, ...rest] = names;
  const found = declared.find(({ name }) => name === first);
  return found === undefined || rest.length === 0 ? found : declaredAt(found.members, ...rest);
}
