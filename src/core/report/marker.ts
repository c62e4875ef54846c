/**
 * How our sticky comment is known again, together with its author: a stranger can write the marker, but not as this app.
 * It keeps no state: what the comment says is always made anew.
 */
export const stickyMarker = "<!-- outcome-link:sticky -->";

/** At the start only: a marker further on was quoted. */
export function hasStickyMarker(body: string): boolean {
  return body.startsWith(stickyMarker);
}
