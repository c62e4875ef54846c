import { expect, test } from "vitest";
import { openPage } from "../page/open-page.ts";

test("a mark names who wrote the comment, not who opened what it stands in", () => {
  const { github, issue, pullRequest } = openPage();
  github.people.comment({ on: pullRequest, by: "bob", body: "See #1" });
  expect(issue.timeline.map(({ actor }) => actor.login)).toEqual(["bob"]);
});

test.each([
  ["#1", 1],
  ["https://github.com/acme/shop/issues/1", 1],
  ["[here](https://github.com/acme/shop/issues/1)", 1],
  ["`#1`", 0],
  ["[here](https://redirect.github.com/acme/shop/issues/1)", 0],
])("%s leaves %i marks on what it leads to", (text, marks) => {
  const { github, issue, pullRequest } = openPage();
  github.people.comment({ on: pullRequest, by: "ada", body: `See ${text}` });
  expect(issue.timeline.filter(({ kind }) => kind === "CrossReferencedEvent")).toHaveLength(marks);
});
