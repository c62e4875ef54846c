import { describe, expect, test } from "vitest";
import { foldRounds } from "../../../src/core/follow-up/fold-rounds.ts";
import type { FollowUpFacts, GivenAnswer, Served } from "../../../src/core/follow-up/follow-up.ts";
import { desireFollowUp } from "../../../src/core/plan/desire-follow-up.ts";
import type { AnswerCommands } from "../../../src/core/report/question-settings.ts";
import { labels } from "../../support/follow-up-world.ts";
import { followUpFacts, servedOn, settings } from "../../support/follow-ups.ts";

const at = (text: string) => new Date(`2026-${text}Z`);
const place = settings();
const [slot, asked, reminded] = [at("03-17T10:00"), [at("03-17T10:00")], [at("03-24T10:00")]];
const on = (number: number) => ({ owner: "acme", name: "shop", number });
const merged = servedOn(12, at("03-02T09:00"));

/** What stands in the question's comment, in the reminder's and in the quote's. */
function words(given: Partial<FollowUpFacts>, commands: AnswerCommands = {}) {
  const facts = followUpFacts({ served: [merged], now: slot, ...given });
  const [first] = desireFollowUp(facts, foldRounds(facts, place), { follow_up: place, labels, commands }).words;
  return { question: bodyOf(first?.question), reminder: bodyOf(first?.reminder), quote: bodyOf(first?.quote) };
}

function bodyOf(one: object | undefined): string {
  return one !== undefined && "body" in one ? String(one.body) : "";
}

function recorded(given: Partial<Served["record"]>, number = 12): Served {
  const one = servedOn(number, at("03-02T09:00"));
  return { ...one, record: { ...one.record, ...given } };
}

function answered(given: Partial<GivenAnswer>): GivenAnswer {
  const by = { login: "ada", kind: "user" } as const;
  return { outcome: "validated", note: "fewer carts", at: at("03-18T10:00"), by, on: on(7), via: "comment", ...given };
}

test("the question says what was merged and believed, how to answer, who may, and what happens otherwise", () => {
  expect(words({}).question).toBe(
    `<!-- outcome-link:question -->
### Did this help?

Merged for this problem: #12 on 2 March 2026.

What was believed:

> \`We believe a visible total for shoppers on small screens will lower abandoned carts.\`

To answer, write a comment that begins with one of these lines, with your own words for those in capitals:

\`\`\`text
/outcome validated WHAT WAS SEEN OR WHERE IT STANDS
/outcome invalidated WHAT WAS LEARNED
/outcome inconclusive WHY IT CANNOT BE TOLD
/outcome snooze 2 weeks
\`\`\`

To learn that it did not help is as good an answer as any: nobody has to try the same again. People with write access can answer, and the authors of what was merged.

**If you reported this:** react to this comment with 👍 if it is solved for you, or with 👎 if it is not.

If nobody answers, there is one reminder, and later the label \`outcome: unmeasured\`. An answer still counts then. To cancel this, take the label \`outcome: due\` off here.`,
  );
});

describe("the question", () => {
  test("quotes each belief once, at most five, and says where one was edited after the merge", () => {
    const same = [recorded({}), recorded({ edited_after_merge: true }, 13)];
    expect(words({ served: same }).question.match(/We believe/g)).toHaveLength(1);
    expect(words({ served: same }).question).toContain("carts.` _(edited after the merge)_");
    const many = Array.from({ length: 7 }, (_, number) => recorded({ believed: `Belief ${number}` }, number + 20));
    expect(words({ served: many }).question).toContain("> `Belief 4`\n>\n> _and 2 more, in what was merged_");
  });

  test("quotes what stood there at the merge, and says where it was edited since", () => {
    const { question } = words({ served: [{ ...merged, editedAt: at("03-05T09:00") }] });
    expect(question).toContain("carts.` _(the description was edited after the merge; this is what was read then)_");
    expect(words({ served: [{ ...merged, editedAt: at("03-01T09:00") }] }).question).not.toContain("edited");
  });

  test("of an exploration asks what was learned", () => {
    const { question, reminder } = words({
      served: [recorded({ believed: null, exploring: "Can they read it?" })],
      asked,
      now: at("03-24T10:00"),
    });
    expect(question).toContain("### What was learned?\n");
    expect(question).toContain("What was to be found out:\n\n> `Can they read it?`");
    expect(question).toContain("/outcome validated WHAT WAS LEARNED\n");
    expect(reminder).toContain("Nobody has said yet what was learned.");
  });

  test("of work without a hypothesis asks whether it is better now", () => {
    const { question } = words({ served: [recorded({ believed: null })] });
    expect(question).toContain("### Did this help?\n");
    expect(question).toContain("No hypothesis was stated at the merge");
  });

  test("offers no line for what is switched off, and tells who else may answer", () => {
    const { question } = words({}, { snooze: "off", inconclusive: "off", validated: "triage" });
    expect(question).not.toMatch(/snooze|inconclusive/);
    expect(question).toContain("Who else can: `validated`: people with triage access or more; `invalidated`: people");
    const off = { validated: "off", invalidated: "off", inconclusive: "off", snooze: "off" };
    expect(words({}, off).question).not.toContain("To answer");
  });

  test("tells how many of the reporters react how, and asks nobody for that where no problem stands", () => {
    expect(words({ reactions: { solved: 2, notSolved: 1 } }).question).toContain(
      "Of those who reported it: 👍 2, 👎 1.",
    );
    expect(words({ reactions: { solved: 0, notSolved: 0 } }).question).not.toContain("Of those");
    const home = { kind: "pull_request", reference: on(12), title: "Change", state: "closed" } as const;
    const { question } = words({ home, served: [merged, servedOn(13, at("03-03T09:00"))], now: at("03-24T10:00") });
    expect(question).not.toContain("If you reported this");
    expect(question).toContain("Merged: this pull request on 2 March 2026, #13 on 3 March 2026.");
  });

  test("names ten pull requests at most", () => {
    const many = Array.from({ length: 12 }, (_, number) => servedOn(number + 20, at("03-02T09:00")));
    expect(words({ served: many }).question).toContain("#29 on 2 March 2026, and 2 more.");
  });

  test("says since when there is again what was taken back", () => {
    const back = { ...merged, restoredAt: at("03-09T09:00"), startsAt: at("03-09T09:00") };
    expect(words({ served: [back], now: at("03-24T10:00") }).question).toContain(
      "#12 on 2 March 2026 (taken back, and there again since 9 March 2026).",
    );
  });
});

describe("in the place of the question", () => {
  test("stands the answer, and below it what was said before", () => {
    const answers = [
      answered({ outcome: "inconclusive", note: "too few visits" }),
      answered({ outcome: "validated", note: "", at: at("03-19T10:00"), via: "label" }),
      answered({ outcome: "invalidated", note: "it is the price", at: at("03-20T10:00"), on: on(12) }),
    ];
    const { question } = words({ asked, answers, now: at("03-21T10:00") });
    expect(question).toContain(
      "### Invalidated: now it is known what does not help\n\nAnswered on 20 March 2026, on #12:\n\n> `it is the price`",
    );
    expect(question).toContain(
      "Before:\n\n- *validated* on 19 March 2026, here, by the label `outcome: validated`\n- *inconclusive* on 18 March 2026, here: `too few visits`",
    );
    expect(question).not.toContain("reopen");
    expect(question).not.toMatch(/ada|To answer/);
  });

  test("stands, where what was believed did not help and the problem is closed, how to take it up again", () => {
    const home = { kind: "problem", reference: on(7), title: "Total", state: "closed" } as const;
    const answers = [answered({ outcome: "invalidated", note: "it is the price" })];
    expect(words({ asked, answers, home, now: at("03-21T10:00") }).question).toContain(
      "so that the next attempt begins there:\n\n```text\nWhat was learned: it is the price\n```",
    );
    const forged = [answered({ outcome: "invalidated", note: "```\n<!-- outcome-link:question --> x" })];
    const { question } = words({ asked, answers: forged, home, now: at("03-21T10:00") });
    expect(question.match(/<!-- outcome-link/g)).toHaveLength(1);
    expect(question).toMatch(/\n````text\n.*\n````\n/);
    const mute = [answered({ outcome: "invalidated", note: "" })];
    expect(words({ asked, answers: mute, home, now: at("03-21T10:00") }).question).toContain(
      "reopen it with a comment on what",
    );
    expect(words({ asked, answers: [answered({})], home, now: at("03-21T10:00") }).question).not.toContain("reopen");
    const merge = { ...home, kind: "pull_request", reference: on(12) } as const;
    expect(words({ asked, answers, home: merge, now: at("03-21T10:00") }).question).not.toContain("reopen");
  });

  test("stands, where nobody answered, a kind word and the lines, but none to put it off", () => {
    const { question } = words({ asked, reminded, now: at("04-01T10:00") });
    expect(question).toContain("### Not looked at yet\n\nNobody has come to look at it so far, and that is all right");
    expect(question).toContain("/outcome inconclusive WHY IT CANNOT BE TOLD\n```");
    expect(question).not.toContain("snooze");
  });

  test("stands which pull request took it back", () => {
    const served = [{ ...merged, revertedAt: at("03-18T10:00"), revertedBy: 20 }];
    const { question } = words({ served, asked, now: at("03-19T10:00") });
    expect(question).toContain("### Taken back\n\nAll of it was taken back, so there is nothing to look at.");
    expect(question).toContain("#12 on 2 March 2026 (taken back by #20).");
    const unknown = [{ ...merged, revertedAt: at("03-18T10:00") }];
    expect(words({ served: unknown, asked, now: at("03-19T10:00") }).question).toContain("(taken back).");
  });

  test("stands what was merged also where each was taken out of it before somebody answered", () => {
    const served = [{ ...merged, cancelledAt: at("03-18T09:00") }];
    const { question } = words({ served, asked, answers: [answered({})], now: at("03-19T10:00") });
    expect(question).toContain("Merged for this problem: #12 on 2 March 2026.");
  });

  test("stands one line where it was cancelled", () => {
    expect(words({ asked, cancelled: [at("03-18T10:00")], now: at("03-19T10:00") }).question).toBe(
      "<!-- outcome-link:question -->\nCancelled on 18 March 2026: the label was taken off, so nobody is asked any more. An answer still counts.",
    );
  });
});

test("the reminder is short, and is the last", () => {
  const { reminder } = words({ asked, now: at("03-24T10:00") });
  expect(reminder).toMatch(/^<!-- outcome-link:reminder -->\nNobody has said yet whether this helped\./);
  expect(reminder).toContain("/outcome validated WHAT WAS SEEN OR WHERE IT STANDS");
  expect(reminder).toContain("\n\nMerged for this problem: #12 on 2 March 2026.\n\n");
  expect(reminder).toContain("No other reminder follows, unless somebody puts it off.");
});

test("an answer from a pull request is quoted on the problem in few words", () => {
  const { quote } = words({ answers: [answered({ on: on(12), at: at("03-04T10:00") })], now: at("03-05T10:00") });
  expect(quote).toBe(
    "<!-- outcome-link:quote -->\n### Validated: it helped\n\nAnswered on 4 March 2026, on #12:\n\n> `fewer carts`",
  );
  expect(words({ asked, answers: [answered({ on: on(12) })], now: at("03-19T10:00") }).quote).toBe("");
});
