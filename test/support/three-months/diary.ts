import type { Cast } from "./cast.ts";
import { issueOf, pullRequestOf } from "./cast.ts";
import { isQuestion } from "./witness.ts";

export interface Entry {
  readonly at: string;
  readonly happens: (cast: Cast) => Promise<void> | void;
}

const on = (at: string, happens: Entry["happens"]): Entry => ({ at: `2026-${at}Z`, happens });

const ships = (at: string, name: string): Entry => on(at, (cast) => cast.ships(name));

const says = (at: string, name: string, body: string): Entry => on(at, (cast) => void cast.says(name, body));

const march: readonly Entry[] = [
  on("03-03T11:00", (cast) => {
    for (const name of ["total", "search", "login", "export", "signup", "mail", "dark", "price"]) cast.problem(name);
  }),
  on("03-03T12:00", (cast) => cast.ships("total-1", { link: `Fixes #${cast.find("total").number}` })),
  ships("03-04T12:00", "search-1"),
  ships("03-05T12:00", "login-1"),
  ships("03-05T13:00", "login-2"),
  ships("03-06T12:00", "search-2"),
  on("03-06T13:00", (cast) => cast.ships("price-1", { link: `Fixes #${cast.find("price").number}` })),
  ships("03-09T12:00", "search-3"),
  ships("03-10T12:00", "export-1"),
  on("03-11T12:00", (cast) => cast.ships("search-4", { by: "olu" })),
  ships("03-12T12:00", "signup-1"),
  ships("03-13T12:00", "search-5"),
  on("03-13T14:00", (cast) => void cast.opens("skipped-1", "No outcome: a comma in the docs")),
  on("03-13T15:00", ({ story, find }) => {
    story.people.mergePullRequest({ pullRequest: pullRequestOf(find("skipped-1")), by: "ada" });
  }),
  ships("03-16T12:00", "search-6"),
  ships("03-16T13:00", "mail-1"),
  ships("03-18T12:00", "dark-1"),
  on("03-19T12:00", (cast) => cast.reverts("mail-1", "mail-2")),
  ships("03-20T12:00", "search-7"),
  says("03-20T13:00", "signup", "/outcome snooze 4 weeks"),
  on("03-20T14:00", async (cast) => {
    cast.problem("contrast");
    await cast.ships("contrast-1");
  }),
  on("03-23T12:00", (cast) => cast.reverts("mail-2", "mail-3")),
  on("03-24T13:00", async (cast) => {
    cast.problem("labels");
    await cast.ships("labels-1");
  }),
  says("03-25T12:00", "total", "/outcome validated Abandoned carts fell from 31 to 26 in a hundred."),
  on("03-26T12:00", (cast) => cast.reverts("dark-1", "dark-2")),
  says("03-26T13:00", "price", "/outcome invalidated Orders stayed where they were. People do not trust the date."),
  ships("03-27T12:00", "login-3"),
  on("03-30T12:00", ({ opens, story }) => {
    const dropped = opens("dropped-1", "A list of all lists.");
    story.people.closePullRequest({ pullRequest: dropped, by: "ada", comment: "Nobody asked for it." });
  }),
];

const april: readonly Entry[] = [
  on("04-01T13:00", async (cast) => {
    cast.problem("tax");
    await cast.ships("tax-1");
  }),
  ships("04-02T12:00", "price-2"),
  ships("04-02T13:00", "tax-2"),
  ships("04-03T12:00", "tax-3"),
  on("04-07T12:00", async (cast) => {
    const idea = cast.story.people.openIssue({ repository: "acme/ideas", author: "mia", title: "Plan a whole month" });
    await cast.ships("ideas-1", { link: `Part of acme/ideas#${idea.number}` });
  }),
  // Whoever wrote what was merged may answer, without any role.
  on(
    "04-08T12:00",
    (cast) => void cast.says("search-4", "/outcome invalidated They do not mistype, they guess.", "olu"),
  ),
  on("04-08T13:00", ({ find, story }) => {
    const question = find("contrast").comments.find(isQuestion);
    if (question !== undefined) story.people.deleteComment({ comment: question, by: "ada" });
  }),
  on("04-08T14:00", async (cast) => {
    cast.problem("images");
    await cast.ships("images-1");
  }),
  says("04-09T10:00", "mail-1", "/outcome validated Missed deliveries went from 40 to 22 a week."),
  says("04-17T12:00", "export", "/outcome snooze 2 weeks"),
  says("04-20T12:00", "labels", "/outcome invalidated Two of thirty looked, and both were looking for salt."),
  on("04-20T13:00", async (cast) => {
    cast.problem("footer");
    await cast.ships("footer-1");
  }),
  on("04-21T07:00", (cast) => cast.takesOff("images", "outcome: pending")),
  on("04-22T12:00", (cast) => cast.putsOn("signup", "outcome: validated")),
  says("04-22T13:00", "login", "/outcome validated Sorry, late: log-ins halved."),
  on("04-23T12:00", async (cast) => {
    cast.problem("sync");
    await cast.ships("sync-1");
  }),
  says("04-23T13:00", "price", "/outcome validated Orders rose from 118 to 141 a day."),
  on("04-24T12:00", ({ problem, find, story }) => {
    problem("watch");
    const issue = issueOf(find("watch"));
    story.people.closeIssue({ issue, by: "ada", reason: "not_planned", comment: "Three people have one." });
  }),
  on("04-27T12:00", async (cast) => {
    cast.problem("voice");
    await cast.ships("voice-1");
  }),
  says("04-29T12:00", "tax", "/outcome validated Carts from abroad are kept as often as ours."),
];

const may: readonly Entry[] = [
  says("05-01T12:00", "ideas-1", "/outcome validated Half of them plan four weeks now."),
  says("05-04T12:00", "voice", "/outcome validated Only when they are alone."),
  says("05-06T12:00", "tax", "/outcome invalidated The numbers were of the week before."),
  says("05-07T12:00", "export", "/outcome inconclusive Two letters in a month say nothing."),
  says("05-13T12:00", "footer", "/outcome snooze 1 week"),
  on("05-15T12:00", async (cast) => {
    cast.problem("offline");
    await cast.ships("offline-1");
  }),
  on("05-18T12:00", ({ opens, story }) => {
    const dropped = opens("dropped-2", "Another button.");
    story.people.closePullRequest({ pullRequest: dropped, by: "ada" });
  }),
  on("05-20T12:00", async ({ opens, story }) => {
    const passed = [
      opens("skipped-2", "No outcome: a comma in the docs"),
      opens("skipped-3", "No outcome: the shop was down"),
      opens("bot-1", "Bumps a package.", "updates[bot]"),
      opens("silent-1", "Moves a file."),
    ];
    await story.settle();
    for (const pullRequest of passed) story.people.mergePullRequest({ pullRequest, by: "ada" });
  }),
  on("05-28T12:00", async (cast) => {
    cast.problem("badge");
    await cast.ships("badge-1");
  }),
];

export const diary: readonly Entry[] = [...march, ...april, ...may];

/** When the app is away, for how long, and what happens then that nobody delivers. */
export const absences: readonly {
  readonly at: string;
  readonly minutes: number;
  readonly store: "kept" | "deleted";
  readonly happens: (cast: Cast) => void;
}[] = [
  { at: "2026-04-01T12:00Z", minutes: 1, store: "deleted", happens: () => {} },
  {
    at: "2026-04-09T12:00Z",
    minutes: 7 * 24 * 60,
    store: "kept",
    happens: (cast) => {
      cast.problem("typo");
      const fixed = cast.opens("typo-1", `Part of #${cast.find("typo").number}`);
      cast.story.people.mergePullRequest({ pullRequest: fixed, by: "ada" });
      cast.says("tax", "/outcome snooze 2 weeks");
    },
  },
  { at: "2026-05-13T06:00Z", minutes: 1, store: "deleted", happens: () => {} },
];
