import { defineAnswer } from "./define-answer.ts";

export const validated = defineAnswer("validated", "Answers what became of the merged work: it did what was believed.");
