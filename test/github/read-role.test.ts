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

test.each([[500], [502], [503]])("%i leaves it unknown: neither a right nor none", async (status) => {
  permissionAnswers(status, {});
  expect(await testReader().readRole(shop, "alice")).toBe("unknown");
});

test("a lost connection leaves it unknown", async () => {
  nock(api).get("/repos/acme/shop/collaborators/alice/permission").replyWithError("reset");
  expect(await testReader().readRole(shop, "alice")).toBe("unknown");
});

test("a refusal is an error and not a role", async () => {
  permissionAnswers(403, { message: "Resource not accessible by integration" });
  expect(await failureOf(testReader().readRole(shop, "alice"))).toMatchObject({ kind: "refused" });
});
