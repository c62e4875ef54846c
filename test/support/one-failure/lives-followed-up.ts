import type { Life } from "./life.ts";
import { linkedTo } from "./life.ts";
import { WITHOUT_BOARD } from "./lives-until-merged.ts";

const ASKED = "2026-03-17T10:01:00Z";

export const livesFollowedUp: readonly Life[] = [
  {
    name: "asked, answered, answered otherwise, and told to who builds on it",
    options: { config: WITHOUT_BOARD },
    live: async ({ issue, opened, said, merge, pass, until }) => {
      const problem = issue();
      const first = opened(linkedTo(problem));
      await pass();
      merge(first);
      await until(ASKED);
      const next = opened(linkedTo(problem));
      await pass();
      said(problem, "ada", "/outcome validated Fewer carts are left.");
      await pass();
      said(first, "ada", "/outcome invalidated It was the season.");
      await pass();
      merge(next);
      await pass();
    },
  },
  {
    name: "a label that answers, one that cancels, and a snooze until nobody answered",
    options: { config: WITHOUT_BOARD },
    live: async ({ people, issue, opened, said, merge, pass, until }) => {
      const [labelled, cancelled, snoozed] = [issue(), issue(), issue()];
      const all = [labelled, cancelled, snoozed].map((problem) => opened(linkedTo(problem)));
      await pass();
      merge(...all);
      await pass();
      people.removeLabel({ on: cancelled, label: "outcome: pending", by: "ada" });
      said(snoozed, "ada", "/outcome snooze 3 weeks");
      await until(ASKED);
      people.createLabel({ repository: labelled.repository, name: "outcome: validated", by: "ada" });
      people.addLabel({ on: labelled, label: "outcome: validated", by: "ada" });
      await until("2026-03-24T10:01:00Z");
      await until("2026-03-31T10:01:00Z");
      await until("2026-04-07T10:01:00Z");
    },
  },
  {
    name: "taken back, and there again",
    options: { config: WITHOUT_BOARD, recurring: "off" },
    live: async ({ people, issue, opened, merge, pass }) => {
      const pullRequest = opened(linkedTo(issue()));
      await pass();
      merge(pullRequest);
      await pass();
      const opposite = people.revertPullRequest({ pullRequest, by: "ada" });
      await pass();
      merge(opposite);
      await pass();
      const again = people.revertPullRequest({ pullRequest: opposite, by: "ada" });
      await pass();
      merge(again);
      await pass();
    },
  },
  {
    name: "problems that are closed, deleted and moved, and a release that starts the window",
    options: { config: `follow_up:\n  start: release\n${WITHOUT_BOARD}` },
    live: async ({ people, repository, issue, opened, said, merge, pass, until }) => {
      const ideas = people.createRepository({ name: "acme/ideas" });
      const [closed, deleted, moved] = [issue(), issue(), issue()];
      const all = [closed, deleted, moved].map((problem) => opened(linkedTo(problem)));
      await pass();
      merge(...all);
      await pass();
      people.closeIssue({ issue: closed, by: "ada" });
      people.deleteIssue({ issue: deleted, by: "ada" });
      people.transferIssue({ issue: moved, to: ideas, by: "ada" });
      people.publishRelease({ repository, tag: "v1", by: "ada" });
      await until(ASKED);
      said(closed, "ada", "/outcome validated It helped.");
      await pass();
    },
  },
  {
    name: "the store lost twice, another name, and everybody sees it",
    options: { config: WITHOUT_BOARD, visibility: "private" },
    live: async ({ people, repository, issue, opened, said, merge, pass, until, away, later }) => {
      const problem = issue();
      const [linked, optedOut, asked] = [opened(linkedTo(problem)), opened("No outcome: a typo"), opened("A button.")];
      await pass();
      merge(linked, optedOut);
      await pass();
      await away(60, () => {
        people.editPullRequest({ pullRequest: asked, by: "ada", body: `Part of #${problem.number}` });
      });
      await pass();
      people.renameRepository({ repository, name: "store", by: "ada" });
      await pass();
      people.setVisibility({ repository, visibility: "public", by: "ada" });
      await pass();
      await until(ASKED);
      await away(60, () => said(problem, "ada", "/outcome validated Fewer carts are left."));
      await pass();
      await later(61);
    },
  },
  {
    name: "a board",
    options: {},
    live: async ({ people, issue, opened, said, merge, configure, pass }) => {
      const [first, second] = [issue(), issue({ title: "The search is slow" })];
      const all = [opened(linkedTo(first)), opened(linkedTo(second)), opened("No outcome: a typo")];
      await pass();
      merge(...all);
      await pass();
      people.editIssue({ issue: second, by: "mia", title: "The search is very slow" });
      said(first, "ada", "/outcome validated It helped.");
      await pass();
      configure("board:\n  title: Learnings\n");
      await pass();
    },
  },
];
