import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, comment } from "./support/things.ts";

stayOffline();

const read = () => testReader().readReactions("IC_5");
const eve = { __typename: "User", login: "eve" };

function reactedTo(given: Readonly<Record<string, readonly unknown[]>>) {
  const reactions = ({ content, ...page }: { content: string; first: number }) =>
    paged((given[content] ?? []).map((user) => ({ user })))(page);
  answerFrom({ node: () => comment(5, { reactions }) });
}

test("who reacted with 👍 and who with 👎 is told, and of deleted accounts nothing", async () => {
  reactedTo({ THUMBS_UP: [alice, null], THUMBS_DOWN: [eve, alice], HEART: [eve] });
  expect(await read()).toEqual([
    { content: "+1", by: { login: "alice", kind: "user" } },
    { content: "-1", by: { login: "eve", kind: "user" } },
    { content: "-1", by: { login: "alice", kind: "user" } },
  ]);
});

test("a crowd on one side does not hide the other", async () => {
  reactedTo({ THUMBS_UP: Array.from({ length: 500 }, () => alice), THUMBS_DOWN: [eve] });
  const told = await read();
  expect(told.filter(({ content }) => content === "+1")).toHaveLength(100);
  expect(told.at(-1)).toMatchObject({ content: "-1", by: { login: "eve" } });
});

test.each([
  ["is gone", () => notFound()],
  ["is no comment", () => ({ __typename: "Issue" })],
])("nobody reacted to what %s", async (_name, node) => {
  answerFrom({ node });
  expect(await read()).toEqual([]);
});

test("when GitHub fails to tell, that is an error and not nobody", async () => {
  answerFrom({ node: () => graphqlError(null) });
  expect(await failureOf(read())).toEqual({ kind: "unexpected" });
});
