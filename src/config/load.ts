import type { RepositoryName } from "../core/facts/reference.ts";
import { md } from "../core/markdown/markdown.ts";
import type { Markdown } from "../core/markdown/markdown.ts";
import type { ConfigurationReading } from "../sources/ports.ts";
import { chainsOf, filesOf, findUnreadable } from "./chains.ts";
import type { ConfigSource } from "./config-source.ts";
import { mergeTrees } from "./config-tree.ts";
import type { ConfigNode } from "./config-tree.ts";
import { distinct, mostProblems } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { describeEnds } from "./describe-ends.ts";
import type { Chain } from "./follow-chain.ts";
import type { ReadFile } from "./read-place.ts";
import { configSchema } from "./schema.ts";
import type { Config } from "./schema.ts";
import { optsOut, stillRequires } from "./tolerant.ts";
import { validate } from "./validate.ts";

export type LoadedConfig =
  | {
      readonly kind: "ok";
      readonly config: Config;
      /** In the order in which they were merged: the organisation's, then the repository's own, each after its bases. */
      readonly sources: readonly ConfigSource[];
      /** When the first of them came to the default branch; null when GitHub does not tell. */
      readonly configuredAt: Date | null;
    }
  /** No file in either place, or `enabled: false`. */
  | { readonly kind: "absent" }
  /** GitHub did not answer for this place: neither absent nor present. */
  | { readonly kind: "unreadable"; readonly place: RepositoryName }
  | InvalidConfig;

export interface InvalidConfig {
  readonly kind: "invalid";
  /** All of them, at most `mostProblems`. */
  readonly problems: readonly ConfigProblem[];
  /** Whether the invalid files still tell that somebody chose `mode: require`. */
  readonly requires: boolean;
  readonly configuredAt: Date | null;
}

export type ConfigProblem =
  | (RepositoryName & {
      readonly visible: true;
      readonly path: ConfigSource["path"];
      readonly line: number;
      readonly column: number;
      readonly message: Markdown;
    })
  /** In a file that not everybody may see who sees this repository: only that something is wrong may be said here. */
  | { readonly visible: false; readonly message: Markdown };

/** The configuration that holds for a repository: defaults, under the organisation's file, under its own, each over its bases. */
export function loadConfig(reading: ConfigurationReading): LoadedConfig {
  return loadChains(chainsOf(reading), reading);
}

export function loadChains(chains: readonly Chain[], reading: ConfigurationReading): LoadedConfig {
  const own = chains.flatMap(({ links }) => links.at(-1)?.files ?? []);
  const unreadable = findUnreadable(chains, reading);
  if (unreadable !== null && (!reading.repository.readable || !optsOut(own))) {
    return { kind: "unreadable", place: { owner: unreadable.owner, name: unreadable.name } };
  }
  if (own.length === 0 || optsOut(own)) return { kind: "absent" };
  return merge({ files: filesOf(chains), problems: describeEnds(chains, reading), configuredAt: configuredAt(own) });
}

interface Files {
  readonly files: readonly ReadFile[];
  /** Of what they build on. */
  readonly problems: readonly Problem[];
  readonly configuredAt: Date | null;
}

function merge({ files, problems: ofBases, configuredAt: since }: Files): LoadedConfig {
  const { problems, config } = files.reduce(mergeFile, { tree: null, problems: ofBases, config: null });
  if (problems.length > 0 || config === null) return invalid(problems, files, since);
  if (!config.enabled) return { kind: "absent" };
  return { kind: "ok", config, sources: files.map(({ source }) => source), configuredAt: since };
}

interface Merged {
  readonly tree: ConfigNode | null;
  readonly problems: readonly Problem[];
  readonly config: Config | null;
}

/**
 * One more file over those before it. Each step is checked, so that all that is wrong is said at once, also what a later
 * file hides; never a file alone, as it may count on what it is merged over.
 */
function mergeFile(below: Merged, file: ReadFile): Merged {
  const found = [...below.problems, ...file.problems];
  if (file.tree === null || file.problems.length > 0) return { ...below, problems: found };
  const tree = below.tree === null ? file.tree : mergeTrees(below.tree, file.tree);
  const validated = validate(tree, configSchema);
  if (validated.kind === "valid") return { tree, problems: found, config: validated.value };
  return { tree, problems: [...found, ...validated.problems], config: null };
}

function invalid(problems: readonly Problem[], files: readonly ReadFile[], since: Date | null): InvalidConfig {
  return {
    kind: "invalid",
    problems: forEverybody(inOrder(distinct(problems), files).slice(0, mostProblems)),
    requires: stillRequires(files),
    configuredAt: since,
  };
}

/** File by file, from top to bottom; the nearest first, which those who read this can most likely repair. */
function inOrder(problems: readonly Problem[], files: readonly ReadFile[]): readonly Problem[] {
  return files
    .toReversed()
    .flatMap(({ source }) =>
      problems
        .filter(({ at }) => at.source === source)
        .toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column),
    );
}

const hidden: ConfigProblem = {
  visible: false,
  message: md`A configuration that this one builds on is not valid. It cannot be quoted here: not everybody who sees this repository may see it.`,
};

function forEverybody(problems: readonly Problem[]): readonly ConfigProblem[] {
  const shown = problems.filter(({ at }) => at.source.visible).map(locate);
  return shown.length === problems.length ? shown : [...shown, hidden];
}

function locate({ at: { source, line, column }, message }: Problem): ConfigProblem {
  return { visible: true, owner: source.owner, name: source.name, path: source.path, line, column, message };
}

/** A file that only says "not here" did not begin anything. A base is older than whatever came to build on it. */
function configuredAt(files: readonly ReadFile[]): Date | null {
  const landed = files.filter((file) => !optsOut([file])).flatMap(({ landedAt }) => landedAt ?? []);
  return landed.reduce<Date | null>((first, date) => (first === null || date < first ? date : first), null);
}
