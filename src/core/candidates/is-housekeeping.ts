/** By convention (conventionalcommits.org) the first word of a title, or a branch's folder, tells what kind of change it is. */
const kinds = "build|chore|ci|deps|dependencies|docs?|lint|refactor(?:ing)?|releases?|style|tests?";
const inTitle = new RegExp(`^\\s*(?:${kinds})(?:\\([^)]*\\))?!?:`, "iu");
const inBranch = new RegExp(`^(?:${kinds}|dependabot|renovate)[/_-]`, "iu");

const inWords =
  /\b(?:no|without(?: any)?) (?:behaviou?r(?:al)?|functional|visible|user[- ]facing) changes?\b|\bpure (?:refactor(?:ing)?|rename|move)\b|\b(?:only|just) tests\b|\bdo not merge\b/iu;

/** Whether a change says of itself that nobody who uses the product will notice it. Then no problem of theirs is behind it. */
export function isHousekeeping({
  title,
  words,
  headBranch,
}: {
  readonly title: string;
  readonly words: string;
  readonly headBranch: string;
}): boolean {
  return inTitle.test(title) || inBranch.test(headBranch) || inWords.test(`${title}. ${words}`);
}
