import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { countJobs } from "../../src/queue/count-jobs.ts";
import { openEmbeddedDatabase } from "../../src/queue/pglite.ts";
import { webhookPath } from "../../src/server/webhook-endpoint.ts";
import { expectChecked, githubWithShop, makeStore, startMain } from "../support/served-process.ts";

/** Sends without pause over kept connections until nobody takes them any more; tells how each delivery fared. */
function startSending(url: string, { body, secret }: { readonly body: string; readonly secret: string }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  onTestFinished(() => agent.destroy());
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  const send = (id: string) =>
    new Promise<number | string>((resolve) => {
      const headers = { "x-github-event": "pull_request", "x-github-delivery": id, "x-hub-signature-256": signature };
      request(`${url}${webhookPath}`, { method: "POST", agent, headers }, (answer) => {
        answer.resume().once("end", () => resolve(answer.statusCode ?? 0));
      })
        .once("error", (error) => resolve("code" in error ? String(error.code) : error.message))
        .end(body);
    });
  const fared = new Map<string, number | string>();
  const sendOn = async () => {
    for (let how: number | string = 202; how !== "ECONNREFUSED"; await delay(20)) {
      const id = randomUUID();
      how = await send(id);
      fared.set(id, how);
    }
  };
  return { fared, done: Promise.all([sendOn(), sendOn(), sendOn(), sendOn()]) };
}

test("a signal under load loses nothing that was taken and leaves no job behind", async () => {
  const { github, shop, open, variables } = await githubWithShop();
  await makeStore(variables);
  const app = startMain(variables);
  const url = await app.prints(/listens at (\S+)\n/);
  github.webhooks.setTarget(`${url}${webhookPath}`);
  const pullRequest = open();
  await expectChecked(pullRequest);
  const sent = github.webhooks.deliveries.find(({ event }) => event === "pull_request");
  const body = JSON.stringify(sent?.payload);
  expect(JSON.parse(body)).toMatchObject({ repository: { id: shop.id } });
  // A job is under way when the signal comes, and GitHub lets it wait.
  github.faults.add({ on: "graphql", does: { kind: "hangs", moment: "before" }, times: Infinity });
  const { fared, done } = startSending(url, { body, secret: variables.WEBHOOK_SECRET });
  await expect.poll(() => fared.size).toBeGreaterThan(50);

  app.stop();
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(503);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await app.ended).toEqual({ code: 0, stderr: "" });
  await done;

  const store = await openEmbeddedDatabase(join(variables.DATA_DIR, "store"));
  onTestFinished(() => store.close());
  const stored = await store.query("SELECT delivery_id AS id FROM outcome.deliveries");
  const ids = new Set(stored.map(({ id }) => id));
  // Where the machine is busy, a connection can reach the kernel between the app's last look and its end of listening:
  // that one is reset, and was never the app's.
  const known = new Set<number | string>([202, "ECONNREFUSED", "ECONNRESET"]);
  expect([...fared.values()].filter((how) => !known.has(how))).toEqual([]);
  expect([...fared].filter(([id, how]) => (how === 202) !== ids.has(id))).toEqual([]);
  expect(await countJobs(store)).toMatchObject({ active: 0, dead: 0 });
});

test("a second signal ends the process at once", async () => {
  const { github, open, variables } = await githubWithShop();
  await makeStore(variables);
  const app = startMain(variables);
  const url = await app.prints(/listens at (\S+)\n/);
  github.webhooks.setTarget(`${url}${webhookPath}`);
  // A job that GitHub lets wait holds the end up for so long that the second signal comes before it on any machine.
  const isHeldUp = vi.fn<(request: { readonly path: string }) => boolean>(({ path }) => path.endsWith("/graphql"));
  github.faults.add({ on: isHeldUp, does: { kind: "hangs", moment: "before" }, times: Infinity });
  open();
  await expect.poll(() => isHeldUp).toHaveReturnedWith(true);

  app.stop();
  // Either tells that the first signal was heard: not ready any more, or not even listening.
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isReady).toBe(false);
  app.stop();
  // By the signal itself: there is no exit code.
  expect((await app.ended).code).toBeNull();
});
