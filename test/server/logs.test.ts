import { expect, test } from "vitest";
import { webhookPath } from "../../src/server/webhook-endpoint.ts";
import { expectChecked, githubWithShop, makeStore, startMain } from "../support/served-process.ts";
import { canaries } from "./support/canaries.ts";

const key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAcanary\n-----END RSA PRIVATE KEY-----";
const shapes = [...Object.values(canaries), key, "Bearer canary-canary-canary"];

test("at the level that tells most, no log holds a secret or what people wrote", async () => {
  const { github, open, variables } = await githubWithShop();
  await makeStore(variables);
  const app = startMain({
    ...variables,
    LOG_LEVEL: "trace",
    WEBHOOK_SECRET_PREVIOUS: "the canary that was the secret before",
  });
  const url = `${await app.prints(/listens at (\S+)\n/)}${webhookPath}`;
  github.webhooks.setTarget(url);
  github.faults.add({ on: "checks/create", does: { kind: "answers", status: 502, moment: "before" } });
  github.faults.add({ on: "graphql", does: { kind: "graphql-errors", message: `It broke: ${shapes.join(" ")}` } });
  const pullRequest = open(`Nobody but us may read this.\n\n${shapes.join("\n")}`);
  await expectChecked(pullRequest);
  const headers = {
    "x-github-event": "ping",
    "x-github-delivery": "1",
    authorization: `token ${canaries["a personal token"]}`,
  };
  await fetch(url, { method: "POST", headers, body: shapes.join("\n") });
  const taken = github.webhooks.deliveries.filter(({ event }) => event === "pull_request");
  expect(taken.length).toBeGreaterThan(0);
  const said = () => app.output();
  await expect.poll(() => taken.every(({ guid }) => said().includes(guid))).toBe(true);
  app.stop();
  const { stderr } = await app.ended;

  const written = `${said()}${stderr}`;
  expect(written).toContain("A delivery was stored");
  expect(written).toContain("It broke: [taken out]");
  const secrets = [variables.WEBHOOK_SECRET, "canary that was", "Nobody but us", "MIIEowIBAAKCAQEA", "canary-canary"];
  const tokens = [
    ...Object.values(canaries),
    "ghs_0000",
    ...github.app.privateKey.split("\n").filter((line) => line !== ""),
  ];
  expect([...secrets, ...tokens].filter((secret) => written.includes(secret))).toEqual([]);
});
