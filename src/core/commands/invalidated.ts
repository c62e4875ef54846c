import { defineAnswer } from "./define-answer.ts";

export const invalidated = defineAnswer(
  "invalidated",
  "Answers what became of the merged work: it did not do what was believed, and that is worth knowing.",
);
