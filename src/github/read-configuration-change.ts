import { z } from "zod";
import type {
  ConfigurationChange,
  ConfigurationFile,
  ConfigurationPath,
  ConfigurationPlace,
  PullRequestReading,
} from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { configurationFile, configurationFileFragment, toFile } from "./configuration-fields.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import { withBases } from "./read-bases.ts";
import { readPaths } from "./read-paths.ts";
import type { ReaderContext } from "./reader-context.ts";

const paths: readonly [ConfigurationPath, ConfigurationPath] = [".github/outcome.yml", ".github/outcome.yaml"];

/** How many heads are remembered. One that is forgotten costs a request more. */
const MOST_HEADS = 10_000;

type Context = Pick<ReaderContext, "client" | "findBases">;

/**
 * A head that differs from the default branch may only be behind it: then GitHub's list of changed files is asked once.
 * What a head changes of its base cannot change while both stay the same.
 */
export function configurationChangeReader(
  context: Context,
): (pullRequest: PullRequestReading) => Promise<ConfigurationChange | null> {
  const untouched = new Set<string>();
  return async (pullRequest) => {
    const { repository, reference, headSha, baseBranch } = pullRequest;
    const key = [repository.id, reference.number, headSha, baseBranch].join(" ");
    if (!differs(pullRequest) || untouched.has(key)) return null;
    const changed = await readPaths(context.client, reference);
    if (changed !== null && !changed.some(isConfiguration)) {
      if (untouched.size >= MOST_HEADS) untouched.clear();
      untouched.add(key);
      return null;
    }
    return readChange(context, pullRequest, changed);
  };
}

function differs({ headConfiguration, configuration: { repository } }: PullRequestReading): boolean {
  if (headConfiguration === undefined) return false;
  const now = paths.map((path) => repository.files.find((file) => file.path === path)?.oid ?? null);
  return now.some((oid, index) => oid !== headConfiguration[index]);
}

function isConfiguration(path: string): boolean {
  return paths.some((one) => one === path);
}

async function readChange(
  context: Context,
  { headSha, configuration }: PullRequestReading,
  changed: readonly string[] | null,
): Promise<ConfigurationChange> {
  const files = await readFilesAt(context.client, configuration.repository, headSha);
  const proposed = { ...configuration, repository: { ...configuration.repository, files } };
  const changesMore = changed === null || !changed.every(isConfiguration);
  return { proposed: await withBases(context, proposed), changesMore };
}

/** A fork's commits are found in the repository that it asks: they are under `refs/pull` there. */
const query = `
query ProposedConfiguration($owner: String!, $name: String!, $yml: String!, $yaml: String!) {
  repository(owner: $owner, name: $name, followRenames: true) {
    yml: object(expression: $yml) { ...ConfigurationFile }
    yaml: object(expression: $yaml) { ...ConfigurationFile }
  }
}
${configurationFileFragment}`;

const answer = z.object({
  repository: z.object({ yml: configurationFile, yaml: configurationFile }).nullable(),
});

async function readFilesAt(
  client: GitHubClient,
  { owner, name }: ConfigurationPlace,
  sha: string,
): Promise<readonly ConfigurationFile[]> {
  const [yml, yaml] = paths.map((path) => `${sha}:${path}`);
  const { data, errors } = await client.graphql(query, { owner, name, yml: yml ?? "", yaml: yaml ?? "" });
  throwFailures(errors);
  const { repository } = readAnswer(answer, data);
  if (!repository) throwUnlessMissing(errors, [["repository"]]);
  const files = paths.map((path, index) => toFile(path, index === 0 ? repository?.yml : repository?.yaml, null));
  return files.flatMap((file) => (file === null ? [] : [{ ...file, commit: sha }]));
}
