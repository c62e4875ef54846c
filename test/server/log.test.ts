import { expect, test } from "vitest";
import { createLog, logForProbot } from "../../src/server/log.ts";

function openLog() {
  const lines: string[] = [];
  const log = createLog({
    level: "trace",
    secrets: ["the webhook's secret"],
    destination: { write: (line) => void lines.push(line) },
  });
  return { log, lines, written: () => lines.join("") };
}

const body = "what a person wrote";

test("of an error its words are logged, and not what others hang on it", () => {
  const { log, written } = openLog();
  const inner = Object.assign(new Error("refused"), {
    status: 403,
    request: { body, headers: { authorization: "x" } },
  });
  const cause = Object.assign(new Error("reset"), { code: "ECONNRESET", data: body });
  const outer = Object.assign(new AggregateError([inner], "not stored", { cause }), { event: { payload: body } });
  log.error({ err: outer }, "A delivery could not be stored");
  expect(JSON.parse(written())).toMatchObject({
    err: {
      type: "AggregateError",
      message: "not stored",
      cause: { message: "reset", code: "ECONNRESET" },
      errors: [{ message: "refused", status: 403 }],
    },
  });
  expect(written()).not.toContain(body);
});

test("an error that is its own cause ends somewhere", () => {
  const { log, lines } = openLog();
  const error = new Error("round and round");
  error.cause = error;
  log.error({ err: error }, "again");
  expect(lines).toHaveLength(1);
});

test("Probot's own logger and its children tell their words and errors, and no data", () => {
  const { log, written } = openLog();
  const probot = logForProbot(log).child({ name: "probot" });
  probot.debug({ event: { payload: body } }, "Webhook received");
  probot.child({ name: "octokit" }).debug({ title: body }, "GitHub request: POST /x - 201");
  probot.child({ name: "octokit", id: "guid-1" }).error(Object.assign(new Error("failed"), { event: body }));
  expect(written()).not.toContain(body);
  expect(written()).toMatch(/Webhook received[\s\S]+GitHub request: POST \/x - 201[\s\S]+guid-1[\s\S]+failed/);
});

test("what failed with an event is not told by Probot, which throws it as well", () => {
  const { log, lines } = openLog();
  logForProbot(log).child({ name: "probot" }).child({ name: "event", id: "guid-1" }).error(new Error("failed"));
  expect(lines).toEqual([]);
});

test("every line passes the scrubber and stays JSON", () => {
  const { log, lines } = openLog();
  log.info({ "the webhook's secret": ["the webhook's secret"], authorization: "token abc" }, "Bearer abcdefgh");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { "[taken out]": ["[taken out]"], msg: "Bearer [taken out]" },
  ]);
  expect(lines.join("")).not.toContain("token abc");
});
