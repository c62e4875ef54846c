import { describe, expect, test } from "vitest";
import { renderAnswerLines } from "../../../src/core/report/answer-lines.ts";
import type { AnswerCommands } from "../../../src/core/report/question-settings.ts";
import { labels } from "../../support/follow-up-world.ts";
import { servedOn, settings } from "../../support/follow-ups.ts";

const served = [servedOn(12, new Date("2026-03-02T09:00:00Z"))];

function linesWith(commands: AnswerCommands, when: "open" | "lapsed" = "open"): string {
  return renderAnswerLines({ served }, { follow_up: settings(), labels, commands }, when).join("\n");
}

function all(may: string): AnswerCommands {
  return { validated: may, invalidated: may, inconclusive: may, snooze: may };
}

describe("the lines to answer with", () => {
  test.each([
    ["anyone", "Everybody can answer."],
    ["triage", "People with triage access or more can answer, and the authors of what was merged."],
    ["write", "People with write access can answer, and the authors of what was merged."],
    ["maintain", "People with the role maintain or admin can answer, and the authors of what was merged."],
    ["admin", "People with the role admin can answer, and the authors of what was merged."],
  ])("say once who may where that is %s for each", (may, told) => {
    expect(linesWith(all(may))).toContain(told);
  });

  test("say who may write which of them, where that differs", () => {
    expect(linesWith({ invalidated: "anyone", snooze: "triage" })).toContain(
      "The authors of what was merged can write each of these. Who else can: `validated`, `inconclusive`: people with write access; `invalidated`: everybody; `snooze`: people with triage access or more.",
    );
  });

  test("say nothing of one that is switched off, or can be of no use any more", () => {
    expect(linesWith({ validated: "off" })).toContain("People with write access can answer");
    expect(linesWith({ snooze: "admin" }, "lapsed")).toContain("People with write access can answer");
  });

  test("are none where nothing is left but to put the question off", () => {
    expect(linesWith({ validated: "off", invalidated: "off", inconclusive: "off" })).toBe("");
  });
});
