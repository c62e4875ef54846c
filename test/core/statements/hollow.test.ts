import { expect, test } from "vitest";
import { read, show } from "./read.ts";

test.each([
  "No hypothesis, sorry.",
  "None yet, will add",
  "We don't have one",
  "not sure yet",
  "n/a.",
  "N/A - internal",
  "N/A (chore)",
  "None. Internal change.",
  "Not applicable because it is a refactoring",
  "No problem.",
  "…",
  "^",
  "🤷",
  "same as issue",
  "Same as in the linked issue",
  "see linked issue",
  "See the description of the issue",
  "see above",
  "see below",
  "as discussed",
  "As discussed with the team",
  "self-explanatory",
  "this is self explanatory",
  "title says it all",
  "none really",
  "todo: fill",
  "Will do later",
  "There is none",
  "I have no idea",
  "nothing special",
  "This PR does not need one",
])("%j declines to answer", (words) => {
  expect(show(read(`## Problem\n\n${words}`).problem)).toBe(`hollow: ${words}`);
  expect(show(read(`## Hypothesis\n\n${words}`).hypothesis)).toBe(`hollow: ${words}`);
  expect(show(read(`Metric: ${words}`).metric)).toBe(`hollow: ${words}`);
});

test.each([
  "No way to export",
  "Nothing happens on click",
  "No error is shown",
  "There is no export",
  "It is not there when I reload",
  "Not found is shown",
  "None of the buttons work",
  "N/A is shown instead of the price",
  "N/A, but customers cannot find the export",
  "No data is shown",
  "As discussed users cannot log in",
  "Title says nothing useful and users skip it",
  "See the page jump when you scroll",
  "No feedback after saving",
  "Nobody knows what to do next",
])("%j answers", (words) => {
  expect(show(read(`## Problem\n\n${words}`).problem)).toBe(`stated: ${words}`);
});

test("no data is no evidence, and may be a problem", () => {
  expect(read("## Evidence\n\nNo data yet, sorry").evidence.grade).toBe("hollow");
  expect(read("## Problem\n\nNo data").problem.grade).toBe("stated");
});

test("why there is nothing to follow up is what an opt-out tells", () => {
  expect(show(read("No outcome: n/a, a typo in a comment").optOut)).toBe("stated: n/a, a typo in a comment");
  expect(read("No outcome: none").optOut.grade).toBe("hollow");
});

test("a reference in the answer is more than a refusal", () => {
  expect(show(read("## Evidence\n\nNone here, but see #12").evidence)).toBe("stated: None here, but see #12");
});

test("one answer below a filler is enough", () => {
  expect(show(read("## Problem\n\nTBD\n\nThe export is lost").problem)).toBe("stated: The export is lost");
});

test.each([
  ["We don't believe this will help.", "absent", "hollow"],
  ["I doubt that we believe this will help sales.", "absent", "hollow"],
  ["Do we believe this will halve failures?", "absent", "hollow"],
  ["I am not sure we believe the button will halve failures.", "absent", "stated"],
  ["Will fewer people call?", "absent", "hollow"],
  ["We believe this change will improve things.", "hollow", "hollow"],
  ["We believe this will make it better for users.", "hollow", "hollow"],
  ["This should improve the user experience.", "absent", "hollow"],
  ["We believe a bigger button will halve failed log-ins.", "stated", "stated"],
  ["This is why we believe the button will halve failures.", "stated", "stated"],
])("the claim %j is %s in prose and %s under its heading", (words, inProse, asked) => {
  expect(read(words).hypothesis.grade).toBe(inProse);
  expect(read(`## Hypothesis\n\n${words}`).hypothesis.grade).toBe(asked);
});

test("a claim that names nothing quotes it", () => {
  expect(show(read("We believe this change will make things better.").hypothesis)).toBe("hollow: make things better");
});

test.each(["We will know when sign-ups rise from 3 to 5.", "Metric: sign-ups"])(
  "a claim that names nothing is one all the same with %j",
  (known) => {
    expect(read(`We believe this change will make things better.\n\n${known}`).hypothesis.grade).toBe("stated");
  },
);

test("a claim that is told better elsewhere stands before one that names nothing", () => {
  const text = "We believe this will help users.\n\nWe believe a bigger button will halve failed log-ins.";
  expect(show(read(text).hypothesis)).toBe("stated: We believe a bigger button will halve failed log-ins.");
});
