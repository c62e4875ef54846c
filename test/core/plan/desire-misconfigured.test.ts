import { expect, test } from "vitest";
import { md } from "../../../src/core/markdown/markdown.ts";
import { desireMisconfigured } from "../../../src/core/plan/desire-misconfigured.ts";
import { untouched } from "../../../src/core/plan/desired.ts";

const repository = { owner: "acme", name: "shop" };
const broken = { problems: [{ visible: false, message: md`It is not valid.` }], requires: true } as const;

test("while the configuration cannot be used, an open pull request has a check that says so, and nothing else changes", () => {
  expect(desireMisconfigured({ repository, state: "open", headSha: "a" }, broken)).toEqual({
    ...untouched,
    checkRun: { kind: "set", headSha: "a", content: expect.objectContaining({ conclusion: "action_required" }) },
  });
});

test.each(["closed", "merged"] as const)("a pull request that is %s is left as it is", (state) => {
  expect(desireMisconfigured({ repository, state, headSha: "a" }, broken)).toEqual(untouched);
});
