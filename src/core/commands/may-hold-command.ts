/** Whether a comment is worth being read: for those who decide by its text alone whether to wake anybody. */
export function mayHoldCommand(comment: string): boolean {
  return /\/outcome/i.test(comment);
}
