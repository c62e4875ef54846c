import { z } from "zod";
import { sameRepository } from "../core/facts/reference.ts";
import type { Markdown } from "../core/markdown/markdown.ts";
import { md } from "../core/markdown/markdown.ts";
import { plainName } from "../sources/metrics/find-named.ts";
import { metricSchema } from "../sources/metrics/index.ts";
import type { DefinedMetric } from "../sources/metrics/provider.ts";
import type { ConfigSource } from "./config-source.ts";
import { findEntry } from "./config-tree.ts";
import type { ConfigNode } from "./config-tree.ts";
import { looksLikeSecret } from "./find-secrets.ts";
import type { Problem } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";
import { validate } from "./validate.ts";
import { withoutCredentialLines, withoutCredentials } from "./without-credentials.ts";
import { largestFile } from "./yaml-limits.ts";

/** The metrics that an operator defined, with what to sign in with, by the name of its variable. */
export interface DefinedMetrics {
  readonly metrics: readonly DefinedMetric[];
  readonly credentials: ReadonlyMap<string, string>;
}

export type ReadMetrics =
  | { readonly kind: "ok"; readonly defined: DefinedMetrics }
  /** Each with its line and column, in the file's order. */
  | { readonly kind: "invalid"; readonly problems: readonly string[] };

type Variables = Readonly<Record<string, string | undefined>>;

const fileSchema = z.strictObject({ metrics: z.array(metricSchema).max(500).superRefine(refuseTwins) });

/** A hypothesis names a metric by its name alone: of two of one name neither would ever be found. */
function refuseTwins(
  metrics: readonly DefinedMetric[],
  context: z.core.$RefinementCtx<readonly DefinedMetric[]>,
): void {
  for (const [index, metric] of metrics.entries()) {
    const twin = metrics.slice(0, index).findIndex((other) => areTwins(metric, other));
    if (twin === -1) continue;
    const message = `must differ from that of \`metrics[${twin}]\`, which is for a repository of the same name`;
    context.addIssue({ code: "custom", path: [index, "name"], message });
  }
}

function areTwins(one: DefinedMetric, other: DefinedMetric): boolean {
  const installations = one.installation === null || other.installation === null;
  return (
    plainName(one.name) === plainName(other.name) &&
    (installations || one.installation === other.installation) &&
    one.repositories.some((a) => other.repositories.some((b) => sameRepository(a, b)))
  );
}

/** Its places are told by line alone: there is one such file, and the operator named it. */
const source: ConfigSource = {
  owner: "",
  name: "",
  path: ".github/outcome.yml",
  commit: null,
  visibility: null,
  visible: true,
};

/** Reads the operator's file of metrics. Everything that is wrong is told with its line and what to write instead. */
export function readMetricsFile(text: string, variables: Variables): ReadMetrics {
  if (Buffer.byteLength(text) > largestFile) return { kind: "invalid", problems: ["it is larger than 64 KiB"] };
  const { tree, problems } = readYaml(text, source);
  if (problems.length > 0) return invalid(withoutCredentialLines(problems, text));
  if (tree === null) return invalid([nothingThere]);
  const secrets = findWritten(tree);
  if (secrets.length > 0) return invalid(secrets);
  const validated = validate(tree, fileSchema);
  if (validated.kind === "invalid") return invalid(withoutCredentials(validated.problems, tree));
  const { metrics } = validated.value;
  const unusable = findUnusable(metrics, tree, variables);
  if (unusable.length > 0) return invalid(unusable);
  const names = metrics.flatMap(({ asked }) => asked?.credential?.env ?? []);
  return {
    kind: "ok",
    defined: { metrics, credentials: new Map(names.map((name) => [name, variables[name]?.trim() ?? ""])) },
  };
}

const nothingThere: Problem = {
  at: { source, line: 1, column: 1 },
  message: md`Nothing stands here; ${"metrics:"} begins the list.`,
};

function invalid(problems: readonly Problem[]): ReadMetrics {
  const inOrder = problems.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return {
    kind: "invalid",
    problems: inOrder.map(({ at, message }) => `line ${at.line}, column ${at.column}: ${message.markdown}`),
  };
}

/** Never quoted: what is wrong with the file ends in logs. */
function findWritten(node: ConfigNode): readonly Problem[] {
  switch (node.kind) {
    case "scalar":
      return looksLikeSecret(node.source) ? [{ at: node.at, message: secretWritten }] : [];
    case "list":
      return node.items.flatMap(findWritten);
    case "map":
      return Array.from(node.entries.values(), (entry) => findWritten(entry.node)).flat();
  }
}

const secretWritten = md`This looks like a secret. Put it into an environment variable, and name that: ${"credential: { env: NAME }"}.`;

/** As variables are called. Anything else in its place may be what it should hold. */
const usualName = /^[A-Z][A-Z0-9_]*$/;

function findUnusable(metrics: readonly DefinedMetric[], tree: ConfigNode, variables: Variables): readonly Problem[] {
  return metrics.flatMap(({ asked }, index) => {
    const name = asked?.credential?.env;
    const why = name === undefined ? null : whyUnusable(variables[name]?.trim() ?? "");
    if (name === undefined || why === null) return [];
    const { at } = findEntry(tree, ["metrics", index, "credential", "env"]).node;
    const which = usualName.test(name) ? md`${name}` : md`that is named here`;
    return [{ at, message: md`The environment variable ${which} ${why}` }];
  });
}

/** In characters. What is shorter stands in words by chance, so it is taken out of no log (`server/scrub.ts`). */
const shortestCredential = 8;

function whyUnusable(credential: string): Markdown | null {
  if (credential === "") return md`is not set.`;
  if (credential.length < shortestCredential)
    return md`has fewer than ${shortestCredential} characters. So short a credential cannot be kept out of the log: use a longer one.`;
  if (!/^[ -~]*$/.test(credential))
    return md`holds a line break or another character that no header takes. Set it to the credential alone.`;
  return null;
}
