import { createSimulatedGitHub } from "../../../src/sandbox/github/simulated-github.ts";
import { expectClean } from "./simulated-house.ts";
import type { StartWitness } from "./witness.ts";
import { app, shop } from "./witness.ts";

const fullName = `${shop.owner}/${shop.repo}`;

/** GitHub as our own simulation tells it. When it is closed, nothing may have been asked that GitHub would not take. */
export const startSimulated: StartWitness = async ({ permissions, target }) => {
  const github = createSimulatedGitHub({ app: { ...app, permissions }, now: () => new Date() });
  const { url, close } = await github.listen(0);
  const { people: acts } = github;
  acts.createOrganization({ login: shop.owner, members: ["ada"] });
  acts.createUser("eve");
  const repository = acts.createRepository({ name: fullName });
  acts.setRole({ repository, user: "ada", role: "admin" });
  const { id: installation } = acts.install({ account: shop.owner, by: "ada" });
  github.webhooks.setTarget(target);
  const by = "ada";
  const at = (number: number) => ({ repository: fullName, number });
  const people = {
    openPullRequest: async (title: string) => {
      const { number, head } = acts.openPullRequest({ repository, author: by, title });
      return { number, headSha: head.oid };
    },
    editPullRequest: async (number: number, body: string) =>
      acts.editPullRequest({ pullRequest: at(number), body, by }),
    closePullRequest: async (number: number) => acts.closePullRequest({ pullRequest: at(number), by }),
    openIssue: async (title: string) => acts.openIssue({ repository, author: by, title }).number,
    editIssue: async (number: number, body: string) => acts.editIssue({ issue: at(number), body, by }),
    rerunCheck: async (id: number) => {
      const run = github.state.checkRuns.get(id);
      if (run !== undefined) acts.rerequestCheckRun({ run, by });
    },
  };
  return {
    url,
    installation,
    people,
    close: async () => {
      await github.webhooks.settled();
      await close();
      expectClean(github);
    },
  };
};
