import { checkOf, HYPOTHESIS } from "../shop.ts";
import type { Life } from "./life.ts";
import { linkedTo } from "./life.ts";

/** The board comes a while after the first merge: what is opened meanwhile would have another number where that fails. */
export const WITHOUT_BOARD = "board: false\n";

export const livesUntilMerged: readonly Life[] = [
  {
    name: "what is missing is asked for, said in commands and merged, or linked after its merge",
    options: { config: WITHOUT_BOARD, recurring: "off" },
    live: async ({ issue, opened, said, merge, pass }) => {
      const problem = issue({ labels: ["problem"], body: "## Problem\n\nShoppers cannot see the total.\n" });
      const [pullRequest, late] = [opened("A nicer total."), opened("A button.")];
      await pass();
      said(pullRequest, "ada", `/outcome link #${problem.number}`);
      merge(late);
      await pass();
      said(pullRequest, "ada", "/outcome skip too small");
      said(late, "ada", `/outcome link #${problem.number}`);
      await pass();
      said(pullRequest, "ada", "/outcome unskip");
      said(problem, "mia", `/outcome hypothesis ${HYPOTHESIS}`);
      await pass();
      said(pullRequest, "olu", `/outcome unlink #${problem.number}`);
      said(pullRequest, "ada", "/outcome chekc");
      merge(pullRequest);
      await pass();
    },
  },
  {
    name: "what hangs on roles, where it is required",
    options: { config: `mode: require\n${WITHOUT_BOARD}`, recurring: "off" },
    live: async ({ people, repository, issue, opened, said, merge, pass }) => {
      people.setRole({ repository, user: "max", role: "maintain" });
      const problem = issue();
      const linked = linkedTo(problem);
      const fork = { author: "olu", fork: "author" } as const;
      const optedOut = opened(`${linked}\n\nNo outcome: nobody outside will notice`);
      const stranger = opened("No outcome: it is small", fork);
      const skipped = opened(linked, fork);
      const [unlinked, linkedLater] = [opened(linked), opened(HYPOTHESIS)];
      await pass();
      merge(optedOut);
      people.editPullRequest({ pullRequest: stranger, by: "max", body: "No outcome: it is really small" });
      said(skipped, "max", "/outcome skip too small");
      said(unlinked, "max", `/outcome unlink #${problem.number}`);
      said(linkedLater, "max", `/outcome link #${problem.number}`);
      await pass();
      await pass();
      merge(stranger, unlinked, linkedLater);
      said(skipped, "olu", "/outcome unskip");
      await pass();
      merge(skipped);
      await pass();
    },
  },
  {
    name: "a draft, a push, the button, and one that is closed and opened again",
    options: { config: WITHOUT_BOARD, recurring: "off" },
    live: async (town) => {
      const { people, issue, opened, merge, pass } = town;
      const problem = issue({ body: HYPOTHESIS });
      const pullRequest = opened("A sketch.", { draft: true });
      const change = { pullRequest, by: "ada" };
      await pass();
      people.readyForReview(change);
      await pass();
      people.pushToPullRequest(change);
      people.editPullRequest({ ...change, body: `Fixes #${problem.number}` });
      await pass();
      const run = checkOf(town, pullRequest);
      if (run !== undefined) people.requestCheckAction({ run, identifier: "recheck", by: "ada" });
      people.closePullRequest(change);
      await pass();
      people.reopenPullRequest(change);
      await pass();
      merge(pullRequest);
      await pass();
    },
  },
  {
    name: "a merge group that fails and one that passes, and a configuration that is broken and repaired",
    options: { config: `mode: require\n${WITHOUT_BOARD}` },
    live: async ({ people, issue, opened, merge, configure, pass, later }) => {
      const good = linkedTo(issue());
      const [first, second] = [opened(good), opened("A nicer total.")];
      await pass();
      const queue = () => people.requestMergeGroup({ pullRequests: [first, second], by: "ada" });
      const stopped = queue();
      await pass();
      people.endMergeGroup({ group: stopped, reason: "dequeued", by: "ada" });
      people.editPullRequest({ pullRequest: second, by: "ada", body: good });
      await pass();
      const passed = queue();
      await pass();
      people.endMergeGroup({ group: passed, reason: "merged", by: "ada" });
      await pass();
      configure("mode: perhaps\n");
      const third = opened(good);
      await pass();
      merge(third);
      await pass();
      configure(WITHOUT_BOARD);
      await pass();
      await later(61);
    },
  },
];
