import type { z } from "zod";
import type { PullRequestFacts } from "../../facts/facts.ts";
import type { Markdown } from "../../markdown/markdown.ts";

/** A kind of change that needs no problem. */
export interface Exemption<Id extends string = string, Settings extends z.ZodType = z.ZodType> {
  readonly id: Id;
  /** Completes the check's title "Not asked: ...". Our own words only. */
  readonly title: string;
  /** For the reference. */
  readonly description: string;
  /**
   * Whether the author alone can bring it about (a title, a branch name). Where rules are required, such an exemption
   * counts only for authors with write access; one that GitHub or a maintainer vouches for counts for everybody.
   */
  readonly controlledBy: "author" | "maintainers";
  /** Where it differs from one pull request to another: whether GitHub or a maintainer vouches for this one. */
  readonly vouched?: (facts: PullRequestFacts, settings: z.output<Settings>) => boolean;
  readonly settings: Settings;
  /** Completes "Not asked: ...", or null when this pull request is not of the kind. */
  readonly applies: (facts: PullRequestFacts, settings: z.output<Settings>) => Markdown | null;
}

/** Keeps the id and settings of an exemption as literal types, for the configuration that is derived from them. */
export function defineExemption<const Id extends string, Settings extends z.ZodType>(
  exemption: Exemption<Id, Settings>,
): Exemption<Id, Settings> {
  return exemption;
}
