import { mayBeFromOurForm } from "../core/statements/our-form.ts";

/** What of an issue a payload tells of this. */
interface ToldIssue {
  readonly labels?: readonly unknown[] | null | undefined;
  readonly type?: unknown;
  readonly body?: string | null | undefined;
}

/**
 * What counts as a problem is told by label, type or our form, whatever the configuration says: an issue that has none
 * of them need not be read.
 */
export function mayBeProblem({ labels, type, body }: ToldIssue): boolean {
  return (labels ?? []).length > 0 || (type ?? null) !== null || mayBeFromOurForm(body ?? "");
}
