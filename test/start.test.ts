import { describe, expect, test } from "vitest";
import { webhookPath } from "../src/server/webhook-endpoint.ts";
import { expectChecked, githubWithShop, makeStore, startMain } from "./support/served-process.ts";
import { isGroupAlive, startProcess } from "./support/start-process.ts";

describe("the app started from the environment", () => {
  test(
    "checks what is delivered, keeps its folder to itself, ends on a signal and starts again",
    { timeout: 90_000 },
    async () => {
      const { github, open, variables } = await githubWithShop();
      const first = startMain(variables);
      const url = await first.prints(/listens at (\S+)\n/);
      expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok");
      expect(await (await fetch(`${url}/readyz`)).text()).toBe("ready");
      github.webhooks.setTarget(`${url}${webhookPath}`);
      await expectChecked(open());
      const metricsUrl = await first.prints(/Metrics are at (\S+)\n/);
      // The check stands on GitHub a moment before the job has ended.
      const figures = async () => (await fetch(metricsUrl)).text();
      const done = /^outcome_jobs_ended_total\{kind="reconcile-pull-request",outcome="done"\} [1-9]/m;
      await expect.poll(figures).toMatch(done);
      expect(await figures()).toContain('outcome_verdicts_total{conclusion="neutral"} 1');
      expect(await figures()).toMatch(/^outcome_github_requests_total\{operation=".+",status="2xx"\} [1-9]/m);

      const second = await startMain(variables).ended;
      expect(second.code).toBe(1);
      expect(second.stderr).toMatch(
        /^Outcome Link stopped: The data folder \S+ is already open in process \d+\. .+ set another DATA_DIR\.\n$/,
      );

      first.stop();
      expect(await first.ended).toEqual({ code: 0, stderr: "" });

      const again = startMain({ ...variables, PRIVATE_KEY: Buffer.from(github.app.privateKey).toString("base64") });
      github.webhooks.setTarget(`${await again.prints(/listens at (\S+)\n/)}${webhookPath}`);
      await expectChecked(open());
      again.stop();
      expect(await again.ended).toEqual({ code: 0, stderr: "" });
      expect([github.bugs, github.violations]).toEqual([[], []]);
    },
  );

  test("says at once that GitHub does not take its signature, and is ready all the same", async () => {
    const { variables } = await githubWithShop();
    await makeStore(variables);
    const app = startMain({ ...variables, APP_ID: "4712", LOG_LEVEL: "error" });
    const url = await app.prints(/listens at (\S+)\n/);
    const metricsUrl = await app.prints(/Metrics are at (\S+)\n/);
    await app.prints(/(APP_ID and PRIVATE_KEY must be of one app)/);
    expect(await (await fetch(`${url}/readyz`)).text()).toBe("ready");
    expect(await (await fetch(metricsUrl)).text()).toMatch(/^outcome_github_requests_total.+"GET \/app".+"4xx"\} 1$/m);
    app.stop();
    expect(await app.ended).toMatchObject({ code: 0 });
  });

  test("starts nothing when it is asked with an argument, but says where to read on", async () => {
    const { code, stderr } = await startProcess(process.execPath, ["src/main.ts", "--help"], {}).ended;
    expect(stderr).toBe(
      "Outcome Link stopped: it takes no arguments; docs/operating.md lists its environment variables\n",
    );
    expect(code).toBe(1);
  });

  test("says in one sentence which credential is missing", async () => {
    const { code, stderr } = await startMain({
      APP_ID: "4711",
      WEBHOOK_SECRET: "a secret that is long enough for GitHub",
    }).ended;
    expect(stderr).toBe(
      "Outcome Link stopped: PRIVATE_KEY must be set too: the app needs all three, or none for the sandbox\n",
    );
    expect(code).toBe(1);
  });
});

test(
  "an error that nobody caught is logged without secrets, and the app stops to be started anew",
  { timeout: 90_000 },
  async () => {
    const { variables } = await githubWithShop();
    await makeStore(variables);
    const failing = "process.on('SIGUSR2', () => { Promise.reject(new Error('nobody caught ghp_0123456789abcdef')); })";
    const args = ["--import", `data:text/javascript,${encodeURIComponent(failing)}`, "src/main.ts"];
    const app = startProcess(process.execPath, args, variables);
    await app.prints(/(listens)/);
    process.kill(app.pid, "SIGUSR2");
    expect(await app.ended).toEqual({ code: 1, stderr: "" });
    expect(app.output()).toContain("nobody caught [taken out]");
  },
);

test("a signal to npm start ends the sandbox, and leaves no process behind", { timeout: 90_000 }, async () => {
  const npm = startProcess("npm", ["start"], { PORT: "0", npm_config_update_notifier: "false" });
  const url = await npm.prints(/Open (\S+)\n/);
  expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok");
  npm.stop();
  await expect.poll(() => isGroupAlive(npm.pid)).toBe(false);
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});
