import type { PullRequest } from "../src/sandbox/github/state/model.ts";
import { HYPOTHESIS, startProduct } from "./product.ts";
import type { Product } from "./product.ts";

interface Row {
  readonly event: string;
  readonly reads: number;
  readonly writes: number;
  readonly requests: string;
}

/** Requests to GitHub for each event, with the token known. */
export async function measureApiCalls(): Promise<void> {
  const product = await startProduct();
  process.stdout.write("\nRequests per event (token known; Thread, References: GraphQL)\n");
  console.table(await ordinaryEvents(product));
  process.stdout.write("\nThe same with 1,000 comments, 300 changed files and 100 labels\n");
  console.table(await largePullRequest(product));
  process.stdout.write("\nA problem with two open pull requests that link to it\n");
  console.table(await problemEvents(product));
  process.stdout.write("\nA life of eight events, the comment never answered\n");
  console.table(withTotal(await life(product, "unanswered")));
  process.stdout.write("\nThe same life, the comment answered by the first edit\n");
  console.table(withTotal(await life(product, "answered")));
  await product.stop();
}

type Act = () => unknown;

async function count(product: Product, event: string, act: Act): Promise<Row> {
  const { github, settle } = product;
  await settle();
  github.requests.clear();
  await act();
  await settle();
  const names = github.requests.entries.filter(({ kind }) => kind !== "token").map(({ operation }) => operation);
  const { length: reads } = github.requests.of("read");
  return { event, reads, writes: github.requests.of("write").length, requests: names.join(", ") };
}

async function ordinaryEvents(product: Product): Promise<readonly Row[]> {
  const { people, later, issue, github } = product;
  let pullRequest: PullRequest | undefined;
  const opened = await count(product, "opened without link", async () => {
    pullRequest = await product.open("A nicer total.");
  });
  if (pullRequest === undefined) throw new Error("The pull request was not opened");
  const on = { pullRequest, by: "ada" };
  const rows: Row[] = [opened];
  const add = async (event: string, act: Act) => rows.push(await count(product, event, act));
  await add("after the grace", () => later(3));
  const passing = `Fixes #${issue.number}\n\n${HYPOTHESIS}`;
  await add("edited so that it passes", () => people.editPullRequest({ ...on, body: passing }));
  await add("synchronize", () => people.pushToPullRequest(on));
  await add("an irrelevant label", () => people.addLabel({ on: pullRequest ?? issue, label: "cart", by: "ada" }));
  await add("a reference that only the text has", () =>
    people.editPullRequest({ ...on, body: `Part of #${issue.number}\n\n${HYPOTHESIS}` }),
  );
  await add("the linked issue edited", () => people.editIssue({ issue, by: "mia", title: "The total is hidden now" }));
  const deliveries = [...github.webhooks.deliveries];
  await add(`all ${deliveries.length} deliveries repeated`, () => {
    for (const { guid } of deliveries) github.webhooks.redeliver(guid);
  });
  return [...rows, await mergeGroup(product)];
}

async function problemEvents(product: Product): Promise<readonly Row[]> {
  const { people, repository, later } = product;
  const title = "The total is hidden";
  const issue = people.openIssue({ repository, author: "mia", title, body: "", labels: ["problem"] });
  for (let each = 0; each < 2; each += 1) await product.open(`Fixes #${issue.number}`);
  const rows: Row[] = [await count(product, "the comments after the grace", () => later(3))];
  const add = async (event: string, act: Act) => rows.push(await count(product, event, act));
  await add("an irrelevant label", () => people.addLabel({ on: issue, label: "cart", by: "ada" }));
  await add("a comment of somebody", () => people.comment({ on: issue, body: "Same here.", by: "ada" }));
  await add("a comment of its author", () => people.comment({ on: issue, body: "Any news?", by: "mia" }));
  const answer = "Evidence: 14 of 22 shoppers in the spring survey named it.";
  await add("its author answers in a comment", () => people.comment({ on: issue, body: answer, by: "mia" }));
  await add("its author answers in the text", () => people.editIssue({ issue, by: "mia", body: answer }));
  await add("closed", () => people.closeIssue({ issue, by: "ada" }));
  return rows;
}

async function mergeGroup(product: Product): Promise<Row> {
  const pullRequests: PullRequest[] = [];
  for (let i = 0; i < 10; i += 1) {
    pullRequests.push(await product.open(`Part of #${product.issue.number}\n\n${HYPOTHESIS}`));
  }
  return count(product, "a merge group of ten", () => {
    product.people.requestMergeGroup({ pullRequests, by: "ada" });
  });
}

async function largePullRequest(product: Product): Promise<readonly Row[]> {
  const { people, later, repository, issue } = product;
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`src/part-${index}.txt`, "text\n"]));
  const labels = Array.from({ length: 100 }, (_, index) => `area ${index}`);
  const head = { repository, author: "ada", title: "Rewrite the cart", body: "A nicer cart.", files, labels };
  const pullRequest = people.openPullRequest(head);
  await later(3);
  for (let index = 0; index < 1000; index += 1) people.comment({ on: pullRequest, body: `Note ${index}`, by: "mia" });
  const on = { pullRequest, by: "ada" };
  const body = `Fixes #${issue.number}\n\n${HYPOTHESIS}`;
  return [
    await count(product, "edited so that it passes", () => people.editPullRequest({ ...on, body })),
    await count(product, "synchronize", () =>
      people.pushToPullRequest({ ...on, files: { "src/part-0.txt": "more\n" } }),
    ),
    await count(product, "an irrelevant label", () =>
      people.removeLabel({ on: pullRequest, label: "area 7", by: "ada" }),
    ),
  ];
}

async function life(product: Product, comment: "answered" | "unanswered"): Promise<readonly Row[]> {
  const { people, later, repository } = product;
  const issue = people.openIssue({ repository, author: "mia", title: "The cart forgets", body: "" });
  await product.settle();
  const linked = `Fixes #${issue.number}`;
  let pullRequest: PullRequest | undefined;
  const rows: Row[] = [];
  const add = async (event: string, act: Act) => rows.push(await count(product, event, act));
  await add("opened, and the comment after the grace", async () => {
    pullRequest = await product.open(linked);
    await later(3);
  });
  if (pullRequest === undefined) throw new Error("The pull request was not opened");
  const on = { pullRequest, by: "ada" };
  const edited = comment === "answered" ? `${linked}\n\n${HYPOTHESIS}` : `${linked}\n\nWith a test.`;
  await add("edited", () => people.editPullRequest({ ...on, body: edited }));
  await add("pushed", () => people.pushToPullRequest(on));
  await add("labeled", () => people.addLabel({ on: on.pullRequest, label: "cart", by: "ada" }));
  await add("linked issue edited", () => people.editIssue({ issue, by: "mia", body: "It was lost." }));
  await add("review", () => people.submitReview({ ...on, by: "mia", state: "approved" }));
  await add("command", () => people.comment({ on: on.pullRequest, body: "/outcome check", by: "ada" }));
  await add("merged", () => people.mergePullRequest(on));
  return rows;
}

function withTotal(rows: readonly Row[]): readonly Row[] {
  const reads = rows.reduce((sum, row) => sum + row.reads, 0);
  const writes = rows.reduce((sum, row) => sum + row.writes, 0);
  return [...rows, { event: "in all", reads, writes, requests: `${reads + writes} requests` }];
}
