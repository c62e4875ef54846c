import { expect, test } from "vitest";
import { linkedIssueReader } from "../../src/sources/linked-issue-reader.ts";
import { gatherSettings, issueReading, pullRequestReading } from "../support/readings.ts";

const example = "Shoppers cannot see the total before they pay.";

test.each([
  ["its own repository", "#12", "template"],
  ["another repository of the same owner, where teams copy their forms", "acme/site#12", "template"],
  ["the owner's name in other letters", "ACME/site#12", "template"],
  ["another owner, who has other forms", "globex/site#12", "stated"],
])("an issue of %s is read against what it may have been started from", (_whose, at, grade) => {
  const reading = pullRequestReading({ issueTemplates: [`## Problem\n\n${example}`] });
  const { readIssue } = linkedIssueReader(reading, gatherSettings());
  expect(readIssue(issueReading(at, { body: `## Problem\n\n${example}` })).statements.problem.grade).toBe(grade);
});
