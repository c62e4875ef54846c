import { stringify } from "yaml";
import { rules } from "../core/rules/index.ts";
import { describeConfig, mapProperties } from "./json-schema.ts";
import type { JsonSchema } from "./json-schema.ts";

const introduction = `# Configuration reference

<!-- Generated from the schema by \`npm run generate\`. Change the descriptions there. -->

Everything below goes into \`.github/outcome.yml\` on the repository's default branch. Every key may be left out: an empty
file is a good set-up. The same file in the organisation's \`.github\` repository holds for all its repositories; a
repository's own file is laid over it. Groups of keys merge, lists replace, the repository wins.`;

/** The text of REFERENCE.md: every key with what it means, what it may be and what it is when nobody says. */
export function renderReference(): string {
  const sections = mapProperties(describeConfig(), (schema, key) => renderSection(key, schema));
  return `${[introduction, ...Object.values(sections)].join("\n\n")}\n`;
}

function renderSection(key: string, schema: JsonSchema): string {
  const samples = Array.isArray(schema["samples"]) ? schema["samples"] : [];
  const examples = samples.map((value) => fence(stringify({ [key]: value })));
  const details = key === "rules" ? [levels, ...renderRules(schema)] : renderKeys(schema);
  return [`## ${key}`, schema.description, ...details.slice(0, 1), ...examples, ...details.slice(1)].join("\n\n");
}

const levels = `A rule's level says how much it matters: \`off\` is not asked, \`note\` is shown and never changes the
conclusion, \`advise\` makes it neutral, \`require\` makes the check fail. The level alone is short for a group with
nothing else: \`links-problem: require\` is \`links-problem: { level: require }\`.`;

function renderRules(schema: JsonSchema): readonly string[] {
  const sections = mapProperties(schema, (rule, id) => {
    const claim = rules.find((candidate) => candidate.id === id)?.claim ?? id;
    const { level, ...options } = mapProperties(rule, (option) => option);
    const standard = `Default level: ${describeDefault(level ?? {})}.`;
    return [`### ${id}`, `This pull request ${claim}.`, rule.description, standard, ...renderTable(options)].join(
      "\n\n",
    );
  });
  return Object.values(sections);
}

/** One table for a group, the keys of groups in it included; a line for a single value. */
function renderKeys(schema: JsonSchema): readonly string[] {
  if (schema.properties === undefined) {
    return [`${describeType(schema)}. Default: ${describeDefault(schema)}.`, ...renderEntries(schema)];
  }
  const short = schema["shorthand"];
  const table = renderTable(Object.fromEntries(leaves(schema, "")));
  return [[...(typeof short === "string" ? [shortForm(short)] : []), ...table].join("\n\n")];
}

/** Of a list of groups, what stands in each. */
function renderEntries({ items }: JsonSchema): readonly string[] {
  const entry = Array.isArray(items) || typeof items !== "object" ? {} : items;
  if (entry.properties === undefined) return [];
  return renderTable(mapProperties(entry, (property, key) => ({ ...property, required: requiredOf(entry, key) })));
}

/** Whether a key of an entry must stand there: its own name when it must. */
function requiredOf({ required = [] }: JsonSchema, key: string): string[] {
  return required.filter((name) => name === key);
}

function shortForm(key: string): string {
  return `A bare value stands for \`${key}\`.`;
}

function leaves(schema: JsonSchema, prefix: string): readonly (readonly [string, JsonSchema])[] {
  const found = mapProperties(schema, (property, key) =>
    property.properties === undefined ? [[prefix + key, property] as const] : leaves(property, `${prefix}${key}.`),
  );
  return Object.values(found).flat();
}

function renderTable(keys: Readonly<Record<string, JsonSchema>>): readonly string[] {
  const rows = Object.entries(keys).map(([key, schema]) =>
    row([`\`${key}\``, describeType(schema), describeDefault(schema), schema.description ?? ""]),
  );
  if (rows.length === 0) return [];
  return [[row(["Key", "Value", "Default", "Meaning"]), row(["---", "---", "---", "---"]), ...rows].join("\n")];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

const typeNames: Readonly<Partial<Record<string, string>>> = {
  array: "list",
  boolean: "`true`, `false`",
  integer: "whole number",
  number: "number",
  object: "group",
  string: "text",
};

function describeType(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(", ");
  return schema.title ?? typeNames[String(schema.type)] ?? "value";
}

function describeDefault({ default: value, required = [] }: JsonSchema): string {
  if (value === undefined && required.length > 0) return "must be given";
  if (value === undefined) return "not set";
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

function fence(yaml: string): string {
  return ["```yaml", yaml.trim(), "```"].join("\n");
}
