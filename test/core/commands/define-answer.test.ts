import { expect, test } from "vitest";
import { readNote } from "../../../src/core/commands/define-answer.ts";
import { answerForms } from "../../../src/core/report/answer-lines.ts";

test.each([...Object.values(answerForms), "NOTE-OR-URL"])(
  "%s, pasted as it stands in a question, tells nothing",
  (form) => {
    expect(readNote(form)).toBe("");
  },
);

test.each(["", "WHAT WAS LEARNED: nobody saw it", "note"])("%j is told as it is", (note) => {
  expect(readNote(note)).toBe(note);
});
