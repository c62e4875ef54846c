import type { Issue } from "../core/facts/issue.ts";
import { sameRepository } from "../core/facts/reference.ts";
import type { CommandPolicy } from "../core/commands/permit.ts";
import { authorComments } from "./author-comments.ts";
import type { HeardIndex } from "./heard-index.ts";
import type { LinkedTexts } from "./linked-issue-reader.ts";
import type { GitHubReader, Heard, IssueReading, PullRequestReading } from "./ports.ts";
import { readSaid } from "./read-said.ts";
import type { TextSettings } from "./read-texts.ts";
import { withSaidHypothesis } from "./said-hypothesis.ts";

/** The pull request that inherits what is said, and by whose rules it counts. */
export interface Listener {
  readonly reading: Pick<PullRequestReading, "repository" | "templates" | "issueTemplates" | "mergedAt">;
  readonly github: Pick<GitHubReader, "readRole" | "holds">;
  readonly settings: CommandPolicy & TextSettings;
  readonly texts: LinkedTexts;
  readonly webUrl: string;
  readonly heardIndex: HeardIndex;
}

export interface HeardIssue {
  readonly issue: Issue;
  readonly undetermined: boolean;
}

/** An issue with what its author and those who may command said below it, as its own review reads them. */
export async function hearIssue(reading: IssueReading, heard: Heard, listener: Listener): Promise<HeardIssue> {
  const { settings, texts, webUrl } = listener;
  const { templates, issueTemplates, mergedAt } = listener.reading;
  // What was believed at the merge is not changed by what is said afterwards.
  const remarks = heard.remarks.filter(({ createdAt }) => mergedAt === null || createdAt <= mergedAt);
  const { issue, comments: answers } = texts.readProblem(reading, authorComments(reading.author, remarks));
  const comments = await withoutRefused(heard.commands, reading, listener);
  const said = await readSaid(
    { kind: "problem", repository: reading.reference, author: reading.author, mergedAt, comments },
    { github: { readRole: roleReader(reading, listener) }, policy: settings, webUrl },
  );
  const means = { kind: "issue", templates: [...templates, ...issueTemplates], settings } as const;
  const statements = withSaidHypothesis(issue.statements, said, means);
  return { issue: { ...issue, statements, answers }, undetermined: said.undetermined };
}

/** What was refused there when it was said counts nowhere. No look-up where nobody commanded. */
async function withoutRefused(
  commands: Heard["commands"],
  reading: IssueReading,
  listener: Listener,
): Promise<Heard["commands"]> {
  if (commands.length === 0) return commands;
  const refused = new Set(await listener.heardIndex.refused(reading));
  return commands.filter(({ nodeId }) => !refused.has(nodeId));
}

/** GitHub tells roles of repositories that the installation holds, and refuses to for others: there nobody has one. */
function roleReader(
  { reference, repositoryId }: IssueReading,
  { reading: { repository }, github }: Listener,
): GitHubReader["readRole"] {
  return async (place, login) => {
    const mayAsk = sameRepository(reference, repository) || (await github.holds(repositoryId));
    return mayAsk ? github.readRole(place, login) : "none";
  };
}
