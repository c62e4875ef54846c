import { describe, expect, test } from "vitest";
import type { NotedReport } from "../../src/cli/noted-report.ts";
import { livelyBoard, summaryOf } from "../support/board.ts";
import { reach, run } from "./run.ts";

const { webUrl, timeZone, title, problems, declined, summaries, optOuts } = livelyBoard;
const told = toldIn("public");
const noted: NotedReport = { owner: "acme", name: "shop", summaries, told, optOuts };

function toldIn(visibility: "public" | "private"): unknown {
  const shown = { webUrl, timeZone, title, problems, declined };
  return JSON.parse(JSON.stringify({ ...shown, policy: "", visibility, at: livelyBoard.now }));
}

/** A store that knows one repository, or what is given. */
function report(args: readonly string[], known: NotedReport = noted) {
  const read = async ({ owner }: { owner: string }) => (owner === "acme" ? known : null);
  return run(["report", ...args], "", { ...reach, openReports: async () => ({ read, close: async () => {} }) });
}

const isAway = () => Promise.reject(new Error("The store is away."));

describe("outcome report", () => {
  test("writes at its full length what the board shows", async () => {
    const many = Array.from({ length: 2000 }, (_, at) => summaryOf(at + 1, [{ state: "asked" }]));
    const { code, output, errors } = await report(["acme/shop"], { ...noted, summaries: many });
    expect([code, errors]).toEqual([0, ""]);
    expect(output).toContain("# `acme/shop`: what was learned, and what is looked at next");
    expect(output).toContain("as of 10 March 2026.");
    expect(output.match(/Problem \d+`/g)).toHaveLength(2000);
    expect(output).toContain("## Decided not to");
    expect(output).not.toMatch(/_And [\d,]+ more/);
  });

  test("writes JSON and CSV for programs", async () => {
    const json = await report(["acme/shop", "--format", "json"]);
    expect(JSON.parse(json.output)).toMatchObject({ version: 1, repository: "acme/shop", opt_outs: { length: 3 } });
    const csv = await report(["acme/shop", "--format=csv"]);
    expect(csv.output.split("\r\n")[0]).toMatch(/^"kind","number","title",/);
  });

  test.each([
    ["private", true],
    ["public", false],
  ] as const)("tells of a %s repository a number that is not public as its board does: %s", async (visibility, may) => {
    const seen = { value: 4711, unit: null, at: "2026-02-02T12:00:00Z", asked: "carts", window: null, public: false };
    const known = {
      ...noted,
      told: toldIn(visibility),
      summaries: [summaryOf(1, [{ metric: "carts", before: seen }])],
    };
    for (const [format, number] of Object.entries({ markdown: "4,711", json: "4711", csv: "4711" })) {
      const { output } = await report(["acme/shop", "--format", format], known);
      expect(output.includes(number)).toBe(may);
    }
  });

  test("writes what there is where the app has not looked at the board yet, or another version noted something", async () => {
    const { code, output, errors } = await report(["acme/shop"], { ...noted, told: null, summaries: [{ kind: "?" }] });
    expect(code).toBe(0);
    expect(output).toContain("Nothing waits for an answer.");
    expect(errors).toBe("1 follow-up was noted by another version.\n");
  });

  test.each([[["acme"]], [["acme/shop", "acme/other"]], [[]], [["acme/shop", "--format", "xml"]]])(
    "asks for what is written otherwise: %j",
    async (args) => {
      expect(await report(args)).toMatchObject({ code: 2, output: "" });
    },
  );

  test("leaves the store, also where it fails", async () => {
    let closed = 0;
    const close = async () => void (closed += 1);
    const openReports = async () => ({ read: isAway, close });
    await expect(run(["report", "acme/shop"], "", { ...reach, openReports })).rejects.toThrow("away");
    expect(closed).toBe(1);
  });

  test("says where the store knows no such repository", async () => {
    await expect(report(["globex/shop"])).rejects.toThrow("The store knows no repository globex/shop.");
  });
});
