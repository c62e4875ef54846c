/** Issues in trackers outside GitHub. */
export interface External {
  /** The trackers that are configured, as the configuration calls them. */
  readonly trackers: readonly string[];
  readonly links: readonly ExternalLink[];
}

/** The key of an issue, as its author wrote it. Nobody asks the tracker whether it is there. */
export interface ExternalLink {
  /** As the configuration calls it. */
  readonly tracker: string;
  readonly key: string;
  /** Where the tracker shows it; null where nobody said. */
  readonly url: string | null;
  readonly place: "title" | "text";
  /** The line as a reader sees it; at most 200 characters. */
  readonly quote: string;
}
