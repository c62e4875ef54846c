import type { RepositoryName } from "../facts/reference.ts";
import { formatRepositoryName } from "../facts/repository-name.ts";
import { join, md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { describeProblem } from "./misconfiguration.ts";
import type { InvalidProposal, Proposal, ValidProposal } from "./proposal.ts";

/** Where a configuration is proposed. */
export interface ProposalPlace {
  readonly repository: RepositoryName & { readonly defaultBranch: string };
  readonly baseBranch: string;
  /** Whether the configuration that holds now can keep a pull request from being merged. */
  readonly policy: "advises" | "requires";
}

/** What is to be said of the configuration that a pull request would bring. */
export function renderProposalSection(proposal: Proposal, place: ProposalPlace): string {
  const parts = proposal.kind === "invalid" ? describeInvalid(proposal, place) : describeValid(proposal);
  return ["### The configuration in this pull request", ...parts, ...describeWhen(place)].join("\n\n");
}

function describeWhen({ baseBranch, repository: { defaultBranch } }: ProposalPlace): readonly string[] {
  if (baseBranch === defaultBranch) return [];
  return [md`It goes to ${baseBranch}, and holds once it comes to ${defaultBranch}, the default branch.`.markdown];
}

function describeInvalid({ problems }: InvalidProposal, { repository }: ProposalPlace): readonly string[] {
  const rows = problems.map((problem) => `- ${describeProblem(problem, repository).markdown}`);
  return [rows.join("\n"), "It cannot be used like this: once merged, nothing could be told of any pull request."];
}

function describeValid(proposal: ValidProposal): readonly string[] {
  const { unchecked, brokenElsewhere } = proposal;
  const parts = [
    describeOutcome(proposal),
    ...(unchecked === null ? [] : [describeUnchecked(formatRepositoryName(unchecked))]),
    ...(brokenElsewhere ? [md`What it builds on cannot be used now, and must be repaired where it stands.`] : []),
  ];
  return [...parts.map(({ markdown }) => markdown), ...listEdits(proposal)];
}

function describeOutcome({ outcome }: ValidProposal): Markdown {
  switch (outcome) {
    case "configures":
      return md`It is valid. Nothing is judged by it before it is merged, not even this pull request.`;
    case "opts-out":
      return md`It switches this app off here: once merged, nothing is asked of pull requests.`;
    case "removed":
      return md`The file is removed. Once merged, only what the organisation configures holds here, if anything.`;
  }
}

function describeUnchecked(base: string): Markdown {
  return md`It builds on ${base}, which was not looked into: it does not exist under this name, or not everybody who sees this repository may see it. If it cannot be read after the merge, the configuration cannot be used.`;
}

/** A longer list is read more quickly as the difference of the file. */
const mostEdits = 10;

function listEdits({ edits, outcome }: ValidProposal): readonly string[] {
  if (edits.length === 0 || outcome === "removed") return [];
  const rows = edits
    .slice(0, mostEdits)
    .map(({ key, before, after }) => md`- ${key}: ${show(before)} → ${show(after)}`);
  const more = edits.length - rows.length;
  const rest = more === 0 ? [] : [md`- and ${more} more`];
  return ["What changes in the file:", join([...rows, ...rest], "\n").markdown];
}

function show(value: string | null): Markdown {
  return value === null ? md`not set` : md`${value}`;
}
