import { sameOwner } from "../core/facts/reference.ts";
import type { IssueReading, PullRequestReading } from "./ports.ts";
import { readTexts } from "./read-texts.ts";
import type { Texts, TextSettings } from "./read-texts.ts";

export type LinkedTexts = Pick<Texts, "readIssue" | "readProblem">;

type Around = Pick<PullRequestReading, "repository" | "templates" | "issueTemplates">;

/**
 * Reads the issues that a pull request links to: what a form or template brought along is no statement that the pull
 * request could inherit. The templates of its own repository stand for those of all repositories of its owner, who copy
 * them from one to the other; those of other owners are not asked for, and their words are never taken for ours.
 */
export function linkedIssueReader(around: Around, settings: TextSettings): LinkedTexts {
  const { repository, templates, issueTemplates } = around;
  const own = readTexts([...templates, ...issueTemplates], settings);
  const foreign = readTexts([], settings);
  const of = ({ reference }: IssueReading) => (sameOwner(reference, repository) ? own : foreign);
  return {
    readIssue: (issue) => of(issue).readIssue(issue),
    readProblem: (issue, comments) => of(issue).readProblem(issue, comments),
  };
}
