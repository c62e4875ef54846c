import type { Broken } from "../report/misconfiguration.ts";
import type { Proposal } from "../report/proposal.ts";
import { repairs } from "../report/proposal.ts";
import { addProposal, renderProposalAlone, renderRepair } from "../report/proposal-check.ts";
import type { ProposalPlace } from "../report/proposal-section.ts";
import { desireMisconfigured } from "./desire-misconfigured.ts";
import type { Subject } from "./desire-misconfigured.ts";
import type { Desired } from "./desired.ts";
import { settled, untouched } from "./desired.ts";

/** A pull request with the configuration that it would bring, where it changes that. */
export interface Proposing extends Subject {
  readonly repository: ProposalPlace["repository"];
  readonly baseBranch: string;
}

/** Besides what is asked of the pull request, its check tells of its file. */
export function desireWithProposal(desired: Desired, proposal: Proposal | null, place: ProposalPlace): Desired {
  const { checkRun } = desired;
  if (proposal === null || checkRun.kind !== "set") return desired;
  return { ...desired, checkRun: { ...checkRun, content: addProposal(checkRun.content, proposal, place) } };
}

/** Where nothing is configured, the check speaks of the file and nothing else. */
export function desireProposalAlone(subject: Proposing, proposal: Proposal): Desired {
  if (subject.state !== "open") return untouched;
  const content = renderProposalAlone(proposal, { ...subject, policy: "advises" });
  return { ...settled, checkRun: { kind: "set", headSha: subject.headSha, content } };
}

/** While the configuration cannot be used: what repairs it, and does nothing else, is not held up by the break. */
export function desireRepair(subject: Proposing, broken: Broken, proposal: Proposal | null): Desired {
  const place: ProposalPlace = { ...subject, policy: broken.requires ? "requires" : "advises" };
  const desired = desireMisconfigured(subject, broken);
  if (proposal === null || !repairs(proposal) || desired.checkRun.kind !== "set") {
    return desireWithProposal(desired, proposal, place);
  }
  return { ...desired, checkRun: { ...desired.checkRun, content: renderRepair(proposal, broken, place) } };
}
