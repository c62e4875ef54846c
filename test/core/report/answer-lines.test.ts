import { describe, expect, test } from "vitest";
import { renderAnswerLines } from "../../../src/core/report/answer-lines.ts";
import type { AnswerCommands } from "../../../src/core/report/question-settings.ts";
import { labels } from "../../support/follow-up-world.ts";
import { servedOn, settings } from "../../support/follow-ups.ts";

const served = [servedOn(12, new Date("2026-03-02T09:00:00Z"))];

function linesWith(commands: AnswerCommands): string {
  return renderAnswerLines({ served }, { follow_up: settings(), labels, commands }, "open").join("\n");
}

describe("the lines to answer with", () => {
  test("say who may give the first that is offered, where another is switched off", () => {
    expect(linesWith({ validated: "off", invalidated: "triage" })).toContain("People with triage access or more");
    expect(linesWith({ validated: "off" })).toContain("People with write access can answer");
  });

  test("are none where nothing is left but to put the question off", () => {
    expect(linesWith({ validated: "off", invalidated: "off", inconclusive: "off" })).toBe("");
  });
});
