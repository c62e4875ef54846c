import { describe, expect, test } from "vitest";
import { md } from "../../../src/core/markdown/markdown.ts";
import { desireProposalAlone, desireRepair, desireWithProposal } from "../../../src/core/plan/desire-proposal.ts";
import { settled, untouched } from "../../../src/core/plan/desired.ts";
import type { Desired } from "../../../src/core/plan/desired.ts";
import type { Proposal, ValidProposal } from "../../../src/core/report/proposal.ts";

const repository = { owner: "acme", name: "shop", defaultBranch: "main" };
const subject = { repository, baseBranch: "main", state: "open", headSha: "a" } as const;
const broken = { problems: [{ visible: false, message: md`It is not valid.` }], requires: true } as const;
const valid: ValidProposal = {
  kind: "valid",
  outcome: "configures",
  edits: [],
  unchecked: null,
  brokenElsewhere: false,
  changesMore: false,
};
const invalid: Proposal = { kind: "invalid", problems: broken.problems, requires: false };

function conclusionOf({ checkRun }: Desired): string {
  return checkRun.kind === "set" ? checkRun.content.conclusion : checkRun.kind;
}

describe("while the configuration is broken and required rules", () => {
  test.each<[string, Proposal | null, string]>([
    ["a pull request that has nothing to do with it", null, "action_required"],
    ["one that repairs it and does nothing else", valid, "neutral"],
    ["one that removes the file and does nothing else", { ...valid, outcome: "removed" }, "neutral"],
    ["one that repairs it among other things", { ...valid, changesMore: true }, "action_required"],
    ["one whose own file is not what is broken", { ...valid, brokenElsewhere: true }, "action_required"],
    ["one of which it cannot be told", { ...valid, unchecked: { owner: "acme", name: "x" } }, "action_required"],
    ["one that leaves it broken", invalid, "failure"],
  ])("%s", (_title, proposal, conclusion) => {
    expect(conclusionOf(desireRepair(subject, broken, proposal))).toBe(conclusion);
  });

  test.each(["closed", "merged"] as const)("one that is %s is left as it is", (state) => {
    expect(desireRepair({ ...subject, state }, broken, valid)).toEqual(untouched);
  });
});

test("where nothing is configured an open pull request has a check and no comment", () => {
  expect(desireProposalAlone(subject, valid)).toEqual({
    ...settled,
    checkRun: { kind: "set", headSha: "a", content: expect.objectContaining({ conclusion: "success" }) },
  });
  expect(desireProposalAlone({ ...subject, state: "merged" }, valid)).toEqual(untouched);
});

test("what has no check of its own gets none for its file", () => {
  const place = { ...subject, policy: "requires" } as const;
  expect(desireWithProposal(untouched, invalid, place)).toBe(untouched);
  expect(desireWithProposal(settled, null, place)).toBe(settled);
});
