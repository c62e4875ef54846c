import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import type { Issue, PullRequest, Repository } from "../../src/sandbox/github/state/model.ts";
import type { Random } from "../random.ts";
import type { Body, ProblemText } from "./bodies.ts";
import { problemTexts } from "./bodies.ts";
import type { Policy } from "./policies.ts";
import { EXCUSED, policies } from "./policies.ts";
import type { Remark } from "./remark.ts";

/** Where people act, and what they are known to have written. State and labels are read from the simulation itself. */
export interface Shop {
  readonly repository: Repository;
  readonly problems: readonly Problem[];
  readonly changes: Change[];
  policy: Policy;
}

export interface Problem {
  readonly issue: Issue;
  readonly remarks: Remark[];
  text: ProblemText;
}

export interface Change {
  readonly shop: Shop;
  readonly pullRequest: PullRequest;
  readonly author: "may write" | "may read";
  readonly remarks: Remark[];
  body: Body;
  problem: Problem;
}

export interface Stage {
  readonly github: SimulatedGitHub;
  readonly shops: readonly Shop[];
}

/** Who may write in every shop; who may triage; the owner, who pushes configurations; and who opens all issues. */
export const WRITER = "ada";
export const TRIAGER = "tess";
export const OWNER = "ines";
export const REPORTER = "mia";

const ORGANISATIONS = 5;
const SHOPS_EACH = 2;
const PROBLEMS_EACH = 8;

/** Five organisations with two repositories each, one public and one private, and issues; nothing is delivered of it. */
export function setStage(github: SimulatedGitHub, random: Random): Stage {
  const logins = Array.from({ length: ORGANISATIONS }, (_, index) => `guild-${index + 1}`);
  return { github, shops: logins.flatMap((login) => openOrganisation(github, login, random)) };
}

function openOrganisation(github: SimulatedGitHub, login: string, random: Random): Shop[] {
  const { people } = github;
  people.createOrganization({ login, members: [WRITER, OWNER] });
  const shops = Array.from({ length: SHOPS_EACH }, (_, index) => openShop(github, { login, index }, random));
  people.install({ account: login, by: OWNER });
  return shops;
}

function openShop(
  { people }: SimulatedGitHub,
  { login, index }: { readonly login: string; readonly index: number },
  random: Random,
): Shop {
  const policy = random.pick(policies);
  const repository = people.createRepository({
    name: `${login}/shop-${index + 1}`,
    visibility: index === 0 ? "public" : "private",
    files: { "README.md": "# shop\n", ".github/outcome.yml": policy.text },
  });
  people.setRole({ repository, user: WRITER, role: "write" });
  people.setRole({ repository, user: TRIAGER, role: "triage" });
  people.setRole({ repository, user: OWNER, role: "admin" });
  for (const name of [EXCUSED, "bug"]) people.createLabel({ repository, name, color: "ededed", by: OWNER });
  const problems = Array.from({ length: PROBLEMS_EACH }, (_, number) => {
    const text = random.pick(problemTexts);
    const issue = people.openIssue({ repository, author: REPORTER, title: `Trouble ${number}`, body: text.text });
    return { issue, text, remarks: [] };
  });
  return { repository, problems, changes: [], policy };
}
