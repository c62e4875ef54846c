import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, issue, otherBot, repository, thread } from "./support/things.ts";

stayOffline();

const closedAt = "2025-03-01T10:00:00Z";
const read = (labels: readonly string[] = ["problem"]) =>
  testReader().readBoardFacts({ owner: "acme", name: "shop" }, { labels, types: [] });

interface Page {
  readonly states: readonly string[];
  readonly labels: readonly string[];
  readonly first: number;
}

/** A repository whose closed issues are these; what each comment says is asked for by its id. */
function closed(issues: readonly object[], texts: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const found = (page: Page) => {
    asked.push(...page.labels);
    return paged(page.states.includes("CLOSED") ? issues : [])(page);
  };
  const log = answerFrom({
    repository: () => repository({ issues: found, pullRequests: paged([]) }),
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => textOf(id, texts[id])),
  });
  return { log, asked };
}

function textOf(id: string, body: string | undefined) {
  return body === undefined ? notFound() : { __typename: "IssueComment", id, body };
}

function declined(number: number, events: readonly { readonly __typename: string }[], over: object = {}) {
  const fields = { number, title: `Problem ${number}`, state: "CLOSED", stateReason: "NOT_PLANNED", closedAt };
  return issue({ ...thread(`I_${number}`, events), ...fields, labels: paged([]), ...over });
}

const closing = (actor: object | null = alice) => ({ __typename: "ClosedEvent", createdAt: closedAt, actor });
const said = (id: string, over: object = {}) => {
  const shown = { createdAt: "2025-03-01T09:59:00Z", isMinimized: false, author: alice };
  return { __typename: "IssueComment", id, ...shown, ...over };
};

test.each([
  ["of whoever closed it", [said("a"), closing()], "Too dear"],
  ["of somebody else", [said("a", { author: { __typename: "User", login: "eve" } }), closing()], null],
  ["of a deleted account, as who closed it", [said("a", { author: null }), closing(null)], null],
  ["of a bot that closes what is stale", [said("a", { author: otherBot }), closing(otherBot)], null],
  ["of a person named like the bot that closed it", [said("a"), closing({ __typename: "Bot", login: "alice" })], null],
  ["ten minutes before", [said("a", { createdAt: "2025-03-01T09:50:00Z" }), closing()], "Too dear"],
  ["more than ten minutes before", [said("a", { createdAt: "2025-03-01T09:49:59Z" }), closing()], null],
  ["more than ten minutes after", [closing(), said("a", { createdAt: "2025-03-01T10:10:01Z" })], null],
  ["that somebody hid", [said("a", { isMinimized: true }), closing()], null],
  ["that was followed by another", [said("b"), closing(), said("a")], "Too dear"],
  ["at a closing before the last", [said("a", { createdAt: closedAt }), closing(), closing(otherBot)], null],
  ["where nobody is known to have closed it", [said("a")], null],
  ["that was deleted meanwhile", [said("gone"), closing()], null],
])("a comment %s is the reason or not", async (_name, events, reason) => {
  closed([declined(1, events)], { a: "Too dear", b: "Wait" });
  expect((await read()).declined).toMatchObject([{ number: 1, title: "Problem 1", reason }]);
});

test.each([["COMPLETED"], ["DUPLICATE"], ["REOPENED"], [null]])(
  "what was closed as %j is not declined",
  async (reason) => {
    const { log } = closed([declined(1, [], { stateReason: reason })]);
    expect((await read()).declined).toEqual([]);
    expect(log.queries).toHaveLength(1);
  },
);

const at = (number: number) => new Date(Date.UTC(2025, 0, number)).toISOString();

test("thirty are told, those that were closed last first, whatever changed since", async () => {
  closed(Array.from({ length: 40 }, (_, n) => declined(n + 1, [], { closedAt: at(n + 1) })));
  const numbers = (await read()).declined.map(({ number }) => number);
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, n) => 40 - n));
});

test("five labels are listed by", async () => {
  const { asked } = closed([]);
  await read(["a", "b", "c", "d", "e", "f"]);
  expect([...new Set(asked)]).toEqual(["a", "b", "c", "d", "e"]);
});

test("a repository that cannot be seen tells nothing", async () => {
  answerFrom({ repository: () => notFound() });
  expect(await read()).toEqual({ problems: [], declined: [], unmerged: [] });
});

test.each([
  ["a list", { issues: () => graphqlError(null) }],
  ["the words", { issues: paged([declined(1, [said("a"), closing()])]), pullRequests: paged([]) }],
])("when GitHub fails to give %s, that is an error and not nothing", async (_name, fields) => {
  answerFrom({ repository: () => repository(fields), nodes: () => graphqlError(null) });
  expect(await failureOf(read())).toEqual({ kind: "unexpected" });
});
