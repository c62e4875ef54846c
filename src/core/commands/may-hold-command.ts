/** Whether a comment is worth being read: for those who decide by its text alone whether to wake anybody. */
export function mayHoldCommand(comment: string): boolean {
  return /\/outcome/i.test(comment);
}

/** The same for what is believed of a problem: pull requests that link to it inherit it. */
export function mayStateHypothesis(comment: string): boolean {
  return /\/outcome\s+hypothesis/i.test(comment);
}

/** The same for what was learned of a problem: pull requests that link to it may tell it. */
export function mayTellLearning(comment: string): boolean {
  return /\/outcome\s+invalidated/i.test(comment);
}
