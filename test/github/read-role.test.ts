import nock from "nock";
import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { api } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";

const shop = { owner: "acme", name: "shop" };

stayOffline();

function permissionAnswers(status: number, body: object) {
  nock(api).get("/repos/acme/shop/collaborators/alice/permission").reply(status, body);
}

test.each([
  ["admin", "admin", "admin"],
  ["maintain", "write", "maintain"],
  ["write", "write", "write"],
  ["triage", "read", "triage"],
  ["read", "read", "read"],
  ["none", "none", "none"],
  ["security-reviewer", "write", "write"],
  ["", "read", "read"],
  [undefined, "admin", "admin"],
  ["custom", "unheard-of", "none"],
])("the role %s with the permission %s is %s", async (role, permission, expected) => {
  permissionAnswers(200, { permission, role_name: role });
  expect(await testReader().readRole(shop, "alice")).toBe(expected);
});

test("somebody whom GitHub does not know there has no role", async () => {
  permissionAnswers(404, { message: "Not Found" });
  expect(await testReader().readRole(shop, "alice")).toBe("none");
});

test.each([[500], [502]])("%i is an error and not a role", async (status) => {
  permissionAnswers(status, {});
  expect(await failureOf(testReader().readRole(shop, "alice"))).toEqual({ kind: "status", status, codes: [] });
});
