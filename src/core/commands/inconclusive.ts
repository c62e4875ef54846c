import { defineAnswer } from "./define-answer.ts";

export const inconclusive = defineAnswer(
  "inconclusive",
  "Answers what became of the merged work: somebody looked, and it cannot be told.",
);
