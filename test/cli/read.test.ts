import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, onTestFinished, test } from "vitest";
import { runCommand } from "../../src/cli/run-command.ts";
import { reach, run } from "./run.ts";

const shop = { kind: "pull_request", owner: "acme", repo: "shop", number: 7, title: "Show the total" };

function lines(...entries: readonly unknown[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
}

async function readOne(entry: object, ...args: readonly string[]): Promise<Record<string, unknown>> {
  const { output } = await run(["read", ...args], lines({ ...shop, ...entry }));
  return JSON.parse(output);
}

async function configFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "outcome-read-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "outcome.yml");
  await writeFile(path, text);
  return path;
}

describe("what is read of a text", () => {
  test("has every key, also of an empty body", async () => {
    const absent = { grade: "absent", quote: null };
    const parts = {
      change: null,
      who: null,
      effect: null,
      because: null,
      metric: null,
      baseline: null,
      target: null,
      window: null,
    };
    expect(await readOne({ body: null })).toEqual({
      links: [],
      external: [],
      problem: absent,
      evidence: absent,
      effect: absent,
      hypothesis: { ...absent, parts },
      metric: absent,
      window: { ...absent, days: null, text: null },
    });
  });

  test("tells every reference once, closing where one of its places closes", async () => {
    const { links } = await readOne({ body: "See #3 and acme/tills#4.\n\nFixes #5. Closes ACME/Shop#3. `#9`" });
    expect(links).toEqual([
      { owner: "ACME", repo: "Shop", number: 3, closing: true },
      { owner: "acme", repo: "tills", number: 4, closing: false },
      { owner: "acme", repo: "shop", number: 5, closing: true },
    ]);
  });

  test("tells the parts of a hypothesis, its metric and window", async () => {
    const body =
      "We believe a visible total for shoppers will lower abandoned carts because it is no surprise. " +
      "We will know when abandoned carts fall from 31 % to 25 % within 4 weeks.";
    expect(await readOne({ body })).toMatchObject({
      hypothesis: { grade: "stated", parts: { who: "shoppers", effect: "lower abandoned carts", target: "25 %" } },
      metric: { grade: "stated" },
      window: { grade: "stated", days: 28, text: "4 weeks" },
    });
  });

  test("knows the words of the repository's template", async () => {
    const template = "## Problem\n\nDescribe who has it and what happens.";
    expect(await readOne({ body: template, templates: [template] })).toMatchObject({ problem: { grade: "template" } });
  });

  test("of an issue is read the same way", async () => {
    const answer = await readOne({ kind: "issue", body: "## Problem\n\nShoppers cannot see the total." });
    expect(answer).toMatchObject({ problem: { grade: "stated", quote: "Shoppers cannot see the total." } });
  });

  test("follows a configuration that is named", async () => {
    const path = await configFile("statements:\n  headings:\n    problem: [Pain]\n");
    const body = "## Pain\n\nThe total differs at the till.";
    expect(await readOne({ body }, "--config", path)).toMatchObject({ problem: { grade: "stated" } });
  });
});

describe("the lines", () => {
  test("are answered in order, empty ones passed over", async () => {
    const input = `${lines({ ...shop, body: "#1" })}\n  \n${lines({ ...shop, body: "#2" }).trimEnd()}\r\n`;
    const { code, output } = await run(["read"], input);
    const numbers = output.split("\n").flatMap((line) => (line === "" ? [] : JSON.parse(line).links[0].number));
    expect([code, numbers]).toEqual([0, [1, 2]]);
  });

  test("that cannot be read are told in their place, and by the exit code", async () => {
    const { code, output, errors } = await run(["read"], `{"kind"\n${lines({ ...shop, body: "#2" })}`);
    const [first, second, ...rest] = output.split("\n");
    expect(first).toBe('{"error":"Line 1: this is not JSON"}');
    expect(second).toContain('"number":2');
    expect([code, rest, errors]).toEqual([1, [""], "1 line could not be read.\n"]);
  });

  test.each([
    [{ ...shop, kind: "discussion" }, 'kind: must be "pull_request" or "issue"'],
    [{ kind: "issue", repo: "shop", body: "" }, "owner: is missing"],
    [{ ...shop, body: 4 }, "body: must be text or null"],
    [{ ...shop, templates: "text" }, "templates: must be a list of texts"],
    [[], "must be an object"],
  ])("name what is wrong in %j", async (entry, problem) => {
    const { output } = await run(["read"], lines(entry));
    expect(JSON.parse(output)).toEqual({ error: `Line 1: ${problem}` });
  });

  test("are answered as they come", async () => {
    const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
    const running = runCommand(["read"], { input, output, errors }, reach);
    input.write(lines({ ...shop, body: "#1" }));
    // Nothing more is sent until the first is answered.
    const [first] = await once(output, "data");
    expect(JSON.parse(String(first))).toMatchObject({ links: [{ number: 1 }] });
    input.end();
    expect(await running).toBe(0);
  });
});

describe("a configuration file", () => {
  test("that is not there is named", async () => {
    const { code, errors } = await run(["read", "--config", "no-such-file.yml"]);
    expect([code, errors]).toEqual([2, expect.stringMatching(/^no-such-file\.yml cannot be read: ENOENT/)]);
  });

  test("that is not valid is told with its line", async () => {
    const { code, errors } = await run(["read", "--config", await configFile("rules: {}\nlink: {}\n")]);
    expect([code, errors]).toEqual([2, expect.stringContaining("Line 2, column 1:")]);
  });

  test("that switches the app off tells nothing about reading", async () => {
    const { code, errors } = await run(["read", "--config", await configFile("enabled: false\n")]);
    expect([code, errors]).toEqual([2, expect.stringContaining("switches the app off")]);
  });
});
