/** What to do where no problem stands behind a change, by whose opt-out counts. */
export function wayOut(optOut: "anyone" | "write"): string {
  return optOut === "anyone"
    ? "If no problem stands behind this change, write `No outcome: REASON` in the description."
    : "If no problem stands behind this change, somebody with write access can write `No outcome: REASON` in the description.";
}
