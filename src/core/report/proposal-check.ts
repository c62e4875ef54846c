import type { Annotation } from "../facts/observed.ts";
import { sameRepository } from "../facts/reference.ts";
import { byStrictness } from "../verdict/strictness.ts";
import type { CheckRunContent } from "./check-run.ts";
import { cutToSize } from "./cut.ts";
import type { Broken } from "./misconfiguration.ts";
import { describeProblem } from "./misconfiguration.ts";
import type { InvalidProposal, Proposal, ValidProposal } from "./proposal.ts";
import { renderProposalSection } from "./proposal-section.ts";
import type { ProposalPlace } from "./proposal-section.ts";

/** The check where nothing is asked: of the file alone. */
export function renderProposalAlone(proposal: Proposal, place: ProposalPlace): CheckRunContent {
  const section = renderProposalSection(proposal, place);
  return {
    conclusion: concludeFile(proposal, place) ?? "success",
    title: proposal.kind === "valid" ? titles[proposal.outcome] : brokenTitle(proposal),
    summary: cutToSize(`${section}\n\nNothing else is asked of this pull request.`),
    text: "",
    ...annotate(proposal, place),
  };
}

const titles: Readonly<Record<ValidProposal["outcome"], string>> = {
  configures: "The configuration is valid",
  "opts-out": "The configuration switches this app off here",
  removed: "The configuration file is removed",
};

/** The check of a pull request that is judged, with a section about its file: at the top, where that must be repaired. */
export function addProposal(content: CheckRunContent, proposal: Proposal, place: ProposalPlace): CheckRunContent {
  const section = renderProposalSection(proposal, place);
  const below = [content.summary, section].join("\n\n");
  if (proposal.kind === "valid") return { ...content, summary: cutToSize(below) };
  const own = concludeFile(proposal, place) ?? content.conclusion;
  const isHeldUp = content.conclusion === "failure" || content.conclusion === "action_required";
  return {
    conclusion: byStrictness(own, content.conclusion) < 0 ? own : content.conclusion,
    title: isHeldUp ? content.title : brokenTitle(proposal),
    summary: cutToSize(isHeldUp ? below : [section, content.summary].join("\n\n")),
    text: content.text,
    ...annotate(proposal, place),
  };
}

/** The check of a pull request that repairs the configuration and does nothing else: the break must not keep it out. */
export function renderRepair(proposal: ValidProposal, broken: Broken, place: ProposalPlace): CheckRunContent {
  const rows = broken.problems.map((problem) => `- ${describeProblem(problem, place.repository).markdown}`);
  const isDefault = place.baseBranch === place.repository.defaultBranch;
  const does = isDefault ? "this pull request repairs it" : "what this pull request brings would repair it there";
  const lead =
    `The configuration on the default branch cannot be used, and ${does}. It changes nothing else, ` +
    "so the break does not hold it up, and nothing else is asked of it.";
  const parts = [lead, renderProposalSection(proposal, place), "### What cannot be used now", rows.join("\n")];
  return {
    conclusion: "neutral",
    title: isDefault ? "Repairs the configuration" : "Would repair the configuration",
    summary: cutToSize(parts.join("\n\n")),
    text: "",
  };
}

/** Nothing is held up by a file until a team requires something, or this very file says that it wants to. */
function concludeFile(proposal: Proposal, { policy }: ProposalPlace): "failure" | "neutral" | null {
  if (proposal.kind === "valid") return null;
  return proposal.requires || policy === "requires" ? "failure" : "neutral";
}

function brokenTitle({ problems: [first] }: InvalidProposal): string {
  const where = first?.visible === true ? `: ${first.path}, line ${first.line}` : "";
  return `The changed configuration cannot be used${where}`;
}

/** Only of the pull request's own files: annotations stand on lines of its head. */
function annotate(proposal: Proposal, place: ProposalPlace): { readonly annotations?: readonly Annotation[] } {
  if (proposal.kind === "valid") return {};
  const level = concludeFile(proposal, place) === "failure" ? "failure" : "warning";
  const annotations = proposal.problems.flatMap((problem): readonly Annotation[] => {
    if (!problem.visible || !sameRepository(problem, place.repository)) return [];
    return [{ path: problem.path, line: problem.line, level, message: problem.message.markdown }];
  });
  return annotations.length === 0 ? {} : { annotations };
}
