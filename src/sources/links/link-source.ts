import type { FoundLink, LinkOrigin } from "../../core/facts/link.ts";
import type { Body } from "../../core/markdown/parse-body.ts";
import type { Said } from "../../core/facts/said.ts";
import type { FoundReference } from "./find-references.ts";

/** One way in which a pull request points to its problem. */
export interface LinkSource<Id extends LinkOrigin["kind"] = LinkOrigin["kind"]> {
  readonly id: Id;
  /** For the reference: what is looked for, and where. */
  readonly description: string;
  /** In the order of the text. The same reference may be found again and again. */
  readonly find: (context: LinkContext) => readonly FoundLink[];
}

export interface LinkContext {
  readonly body: Body;
  /** All references of the body, read once for all sources. */
  readonly references: readonly FoundReference[];
  /** Plain titles of headings and fields that ask for the problem. */
  readonly headings: ReadonlySet<string>;
  readonly said: Said;
}
