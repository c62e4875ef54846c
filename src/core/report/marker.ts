/**
 * How our sticky comment is known again, together with its author: a stranger can write the marker, but not as this app.
 * It keeps no state: what the comment says is always made anew.
 */
export const stickyMarker = "<!-- outcome-link:sticky -->";

/** How an answer to a command is known again, together with its author. It names the comment that it answers. */
export function answerMarker(commentId: number): string {
  return `<!-- outcome-link:answer ${commentId} -->`;
}

/** At the start only: a marker further on was quoted. */
export function hasStickyMarker(body: string): boolean {
  return body.startsWith(stickyMarker);
}

/** How our question about merged work, and our reminder of it, are known again, together with their author. */
export const questionMarker = "<!-- outcome-link:question -->";
export const reminderMarker = "<!-- outcome-link:reminder -->";

/** How we know again where we quoted an answer that was given elsewhere, before anybody was asked. It is no question. */
export const quoteMarker = "<!-- outcome-link:quote -->";

export function followUpKind(body: string): "question" | "reminder" | "quote" | null {
  if (body.startsWith(questionMarker)) return "question";
  if (body.startsWith(reminderMarker)) return "reminder";
  return body.startsWith(quoteMarker) ? "quote" : null;
}
