/** How the board is known again, together with its author and its label. */
export const boardMarker = "<!-- outcome-link:board -->";
