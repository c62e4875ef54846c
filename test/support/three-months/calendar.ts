/** What must come of everything that is followed up at one place: known by counting days on a paper calendar. */
export interface Appointment {
  /** The name of the problem that it stands on, or of the pull request where there is no problem here. */
  readonly home: string;
  /** When a question has to appear: never before, and within five minutes. */
  readonly asked: readonly string[];
  readonly reminded?: readonly string[];
  /** The outcome label in the end; null: none, because a person called it off. */
  readonly ends: string | null;
  /** The pull requests that served it, by name. */
  readonly served: readonly string[];
  /** Of these, the ones whose label is another than that of their home. */
  readonly differently?: Readonly<Record<string, string>>;
}

/** In `Europe/Berlin`, Tuesday at ten: nine o'clock in UTC until 29 March 2026, eight from then on. */
export const calendar: readonly Appointment[] = [
  { home: "total", asked: ["2026-03-24T09:00Z"], ends: "validated", served: ["total-1"] },
  // Seven pull requests, one hypothesis: two windows after the first, for the last came too late to wait for.
  {
    home: "search",
    asked: ["2026-04-07T08:00Z"],
    ends: "invalidated",
    served: ["search-1", "search-2", "search-3", "search-4", "search-5", "search-6", "search-7"],
  },
  // Nobody looked within grace; somebody did two weeks later. The third was merged when the question stood there.
  {
    home: "login",
    asked: ["2026-03-24T09:00Z"],
    reminded: ["2026-03-31T08:00Z"],
    ends: "validated",
    served: ["login-1", "login-2", "login-3"],
  },
  // Its slot passed while the app was down.
  {
    home: "export",
    asked: ["2026-04-16T12:00Z"],
    reminded: ["2026-05-05T08:00Z"],
    ends: "inconclusive",
    served: ["export-1"],
  },
  { home: "signup", asked: ["2026-04-21T08:00Z"], ends: "validated", served: ["signup-1"] },
  // Taken back, and brought back: its window starts again then.
  { home: "mail", asked: ["2026-04-07T08:00Z"], ends: "validated", served: ["mail-1"] },
  { home: "dark", asked: [], ends: "reverted", served: ["dark-1"] },
  // The second hypothesis on one problem is a follow-up of its own.
  {
    home: "price",
    asked: ["2026-03-24T09:00Z", "2026-04-21T08:00Z"],
    ends: "validated",
    served: ["price-1", "price-2"],
    differently: { "price-1": "invalidated" },
  },
  {
    home: "sync",
    asked: ["2026-05-12T08:00Z"],
    reminded: ["2026-05-19T08:00Z"],
    ends: "unmeasured",
    served: ["sync-1"],
  },
  // Put off by a command that nobody delivered; then answered, and corrected.
  { home: "tax", asked: ["2026-04-28T08:00Z"], ends: "invalidated", served: ["tax-1", "tax-2", "tax-3"] },
  { home: "offline", asked: ["2026-06-02T08:00Z"], ends: "due", served: ["offline-1"] },
  // Explorations: one that was down with the app, and one that was answered before it was asked.
  { home: "labels", asked: ["2026-04-16T12:00Z"], ends: "invalidated", served: ["labels-1"] },
  { home: "voice", asked: [], ends: "validated", served: ["voice-1"] },
  // Work without a hypothesis. The first was merged while the app was down.
  {
    home: "typo",
    asked: ["2026-04-28T08:00Z"],
    reminded: ["2026-05-05T08:00Z"],
    ends: "unmeasured",
    served: ["typo-1"],
  },
  // Who asks for time after the reminder is reminded once more.
  {
    home: "footer",
    asked: ["2026-05-05T08:00Z"],
    reminded: ["2026-05-12T08:00Z", "2026-05-26T08:00Z"],
    ends: "unmeasured",
    served: ["footer-1"],
  },
  { home: "images", asked: [], ends: null, served: ["images-1"] },
  // A question that a person deleted was asked, and nobody is reminded of it.
  { home: "contrast", asked: ["2026-04-07T08:00Z"], ends: "unmeasured", served: ["contrast-1"] },
  // Its problem is another repository's.
  { home: "ideas-1", asked: ["2026-04-28T08:00Z"], ends: "validated", served: ["ideas-1"] },
  { home: "badge", asked: [], ends: "pending", served: ["badge-1"] },
];

/**
 * What the board must list at some times: in `due` and `pending` what is under way, in `learned` what has an outcome. A
 * pull request that was closed without a word, and linked to nothing, was no decision.
 */
export const boards: readonly {
  readonly at: string;
  readonly due: readonly string[];
  readonly pending: readonly string[];
  readonly learned: readonly string[];
  readonly declined: readonly string[];
  readonly optedOut: readonly string[];
}[] = [
  {
    at: "2026-03-31T12:00Z",
    due: ["login"],
    pending: ["search", "export", "signup", "mail", "labels", "contrast"],
    learned: ["total", "dark", "price"],
    declined: ["dropped-1"],
    optedOut: ["skipped-1"],
  },
  // A day after the store was deleted.
  {
    at: "2026-04-02T20:00Z",
    due: ["login"],
    pending: ["search", "export", "signup", "mail", "labels", "contrast", "tax", "price"],
    learned: ["total", "dark", "price"],
    declined: ["dropped-1"],
    optedOut: ["skipped-1"],
  },
  // Some minutes after the app was back from its week away.
  {
    at: "2026-04-16T12:30Z",
    due: ["export", "labels", "contrast"],
    pending: ["signup", "tax", "price", "typo", "images", "ideas-1"],
    learned: ["total", "dark", "price", "search", "login", "mail"],
    declined: ["dropped-1"],
    optedOut: ["skipped-1"],
  },
  // A day after the store was deleted once more.
  {
    at: "2026-05-14T12:00Z",
    due: ["sync", "footer"],
    pending: [],
    learned: [
      "total",
      "dark",
      "price",
      "search",
      "login",
      "mail",
      "contrast",
      "signup",
      "tax",
      "export",
      "labels",
      "voice",
      "typo",
      "ideas-1",
    ],
    declined: ["dropped-1", "watch"],
    optedOut: ["skipped-1"],
  },
  {
    at: "2026-06-03T12:00Z",
    due: ["offline"],
    pending: ["badge"],
    learned: [
      "total",
      "dark",
      "price",
      "search",
      "login",
      "mail",
      "contrast",
      "signup",
      "tax",
      "export",
      "labels",
      "voice",
      "typo",
      "ideas-1",
      "sync",
      "footer",
    ],
    declined: ["dropped-1", "watch"],
    optedOut: ["skipped-1", "skipped-2", "skipped-3"],
  },
];
