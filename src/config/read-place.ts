import { md } from "../core/markdown/markdown.ts";
import type { Markdown } from "../core/markdown/markdown.ts";
import type { ConfigurationFile, ConfigurationPlace, ConfigurationReading } from "../sources/ports.ts";
import { canonical } from "./canonical.ts";
import { describeSource } from "./config-source.ts";
import type { ConfigSource } from "./config-source.ts";
import type { ConfigNode } from "./config-tree.ts";
import type { Problem } from "./problem.ts";
import type { ReadYaml } from "./convert-yaml.ts";
import { findSecrets, quoteNoSecret } from "./find-secrets.ts";
import { readYaml } from "./read-yaml.ts";
import { configSchema } from "./schema.ts";
import { largestFile } from "./yaml-limits.ts";

export interface ReadFile {
  readonly source: ConfigSource;
  readonly landedAt: Date | null;
  readonly text: string;
  /** As the schema spells it, also where something is wrong; null where nothing could be read. */
  readonly tree: ConfigNode | null;
  readonly problems: readonly Problem[];
}

/** Every configuration file of one place, read as YAML. What its values mean is checked when it is merged. */
export function readPlace(place: ConfigurationPlace, reading: ConfigurationReading): readonly ReadFile[] {
  return place.files.map((file, index) => {
    const source = describeSource(file, place, reading);
    const { tree, problems } = readFile(file, source);
    const first = index === 0 ? undefined : place.files[0];
    const twice = first === undefined ? [] : [problemAtStart(source, bothEndings(first, file))];
    return { source, landedAt: file.landedAt, text: file.text ?? "", tree, problems: [...twice, ...problems] };
  });
}

function readFile(file: ConfigurationFile, source: ConfigSource): ReadYaml {
  if (file.text === null) return { tree: null, problems: [problemAtStart(source, notText)] };
  if (Math.max(file.bytes, file.text.length) > largestFile) {
    return { tree: null, problems: [problemAtStart(source, tooLarge)] };
  }
  const { tree, problems } = readYaml(file.text, source);
  const written = tree ?? (problems.length === 0 ? nothing(source) : null);
  const secrets = written === null ? [] : findSecrets(written);
  return { tree: written && canonical(written, configSchema), problems: [...problems.map(quoteNoSecret), ...secrets] };
}

const notText = md`This file cannot be read as text of at most 64 KiB.`;
const tooLarge = md`This file is larger than 64 KiB.`;

function bothEndings(one: ConfigurationFile, other: ConfigurationFile): Markdown {
  return md`Both ${one.path} and ${other.path} exist; keep one of them.`;
}

/** An empty file says that nothing is to be changed: `{}` is a good set-up. */
function nothing(source: ConfigSource): ConfigNode {
  return { kind: "scalar", value: null, source: "", at: startOf(source) };
}

function problemAtStart(source: ConfigSource, message: Markdown): Problem {
  return { at: startOf(source), message };
}

function startOf(source: ConfigSource): Problem["at"] {
  return { source, line: 1, column: 1 };
}
