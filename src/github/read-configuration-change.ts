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
import { compareWithBase } from "./compare-with-base.ts";
import type { Comparison } from "./compare-with-base.ts";
import { unexpected } from "./errors.ts";
import { errorsUnder, readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import { withBases } from "./read-bases.ts";
import type { ReaderContext } from "./reader-context.ts";

const paths: readonly [ConfigurationPath, ConfigurationPath] = [".github/outcome.yml", ".github/outcome.yaml"];

/** How many heads are remembered. One that is forgotten costs a request more. */
const MOST_HEADS = 10_000;

type Context = Pick<ReaderContext, "client" | "findBases" | "untouchedHeads">;

/**
 * A head that differs from the default branch may only be behind it: then GitHub is asked once what it changes. The
 * answer is kept for as long as head, base branch and the default branch's files stay the same: a base that moves on
 * takes changes in and adds none.
 */
export function configurationChangeReader(
  context: Context,
): (pullRequest: PullRequestReading) => Promise<ConfigurationChange | null> {
  const untouched = context.untouchedHeads ?? new Set<string>();
  return async (pullRequest) => {
    const { repository, reference, headSha, baseBranch } = pullRequest;
    const now = namesOf(pullRequest.configuration.repository.files);
    const key = [repository.id, reference.number, headSha, baseBranch, ...now].join(" ");
    if (!differs(pullRequest, now) || untouched.has(key)) return null;
    const compared = await compareWithBase(context.client, pullRequest);
    if (await touches(context.client, pullRequest, compared)) {
      return readChange(context, pullRequest, compared?.paths ?? null);
    }
    if (untouched.size >= MOST_HEADS) untouched.clear();
    untouched.add(key);
    return null;
  };
}

type Names = NonNullable<PullRequestReading["headConfiguration"]>;

/** Git's names of the two files. */
function namesOf(files: readonly ConfigurationFile[]): Names {
  const [yml = null, yaml = null] = paths.map((path) => files.find((file) => file.path === path)?.oid ?? null);
  return [yml, yaml];
}

function differs({ headConfiguration: head }: PullRequestReading, names: Names): boolean {
  return head !== undefined && names.some((oid, index) => oid !== head[index]);
}

function isConfiguration(path: string): boolean {
  return paths.some((one) => one === path);
}

/** Where GitHub does not name every file, the two are compared with what they were where the head left its base. */
async function touches(
  client: GitHubClient,
  pullRequest: PullRequestReading,
  compared: Comparison | null,
): Promise<boolean> {
  if (compared === null) return true;
  if (compared.paths !== null) return compared.paths.some(isConfiguration);
  const before = await readFilesAt(client, pullRequest.configuration.repository, compared.mergeBase);
  return differs(pullRequest, namesOf(before));
}

async function readChange(
  context: Context,
  pullRequest: PullRequestReading,
  changed: readonly string[] | null,
): Promise<ConfigurationChange> {
  const { headSha, configuration } = pullRequest;
  const files = await readFilesAt(context.client, configuration.repository, headSha);
  if (differs(pullRequest, namesOf(files)))
    throw unexpected("The head's configuration is not what it was a moment ago");
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
  // One that may not be read is not one that was removed.
  const hidden = errorsUnder(errors, ["repository"]).find(({ path }) => path.length > 1);
  if (hidden !== undefined) throw unexpected(`A configuration file at a commit: ${hidden.message}`);
  const { repository } = readAnswer(answer, data);
  if (!repository) throwUnlessMissing(errors, [["repository"]]);
  const files = paths.map((path, index) => toFile(path, index === 0 ? repository?.yml : repository?.yaml, null));
  return files.flatMap((file) => (file === null ? [] : [{ ...file, commit: sha }]));
}
