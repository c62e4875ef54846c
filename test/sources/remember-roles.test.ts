import { expect, test } from "vitest";
import { rememberRoles } from "../../src/sources/remember-roles.ts";
import { smallGitHub } from "../support/readings.ts";

test("nobody's role is asked for twice, in whatever letters their name is written", async () => {
  const { github, asked } = smallGitHub({ roles: { ada: "write" } });
  const reader = rememberRoles(github);
  const repository = { owner: "acme", name: "shop" };
  const roles = await Promise.all(["ada", "Ada", "ada"].map((login) => reader.readRole(repository, login)));
  expect(roles).toEqual(["write", "write", "write"]);
  expect(asked).toEqual(["role of ada"]);
});

test("a role in another repository is another one", async () => {
  const { github, asked } = smallGitHub();
  const reader = rememberRoles(github);
  await reader.readRole({ owner: "acme", name: "shop" }, "ada");
  await reader.readRole({ owner: "acme", name: "notes" }, "ada");
  expect(asked).toHaveLength(2);
});
