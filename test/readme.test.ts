import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { configSchema, defaultConfig } from "../src/config/schema.ts";
import type { Command, Permission } from "../src/core/commands/command.ts";
import { readingSchema } from "../src/core/follow-up/summary.ts";
import { reportSchema } from "../src/core/report/board/report-json.ts";
import { toCsv } from "../src/core/report/board/report-csv.ts";
import { commands } from "../src/core/commands/index.ts";
import { parseBody } from "../src/core/markdown/parse-body.ts";
import { readStatements } from "../src/core/statements/read-statements.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

test("the README's outcome block is read whole", () => {
  const block = /^```outcome\n[^`]*^```$/m.exec(readme)?.[0] ?? "";
  const { hypothesis, window } = readStatements(
    { kind: "pull_request", title: "", body: parseBody(block) },
    {
      vocabulary: defaultConfig.statements,
      templates: [],
    },
  );
  expect(hypothesis).toMatchObject({
    grade: "stated",
    value: {
      change: "a visible total",
      who: "shoppers on small screens",
      effect: "lower abandoned carts",
      because: "the price is no surprise",
      metric: "abandoned carts",
      baseline: "31 %",
      target: "25 %",
    },
  });
  expect(window).toMatchObject({ grade: "stated", value: { days: 28 } });
});

test("the README begins with the two commands", () => {
  expect(readme).toMatch(/^# Outcome Link\n\n```sh\nnpm ci && npm start .*\nnpm cit .*\n```\n/);
});

test("the configuration that the page on commands shows is one", () => {
  const block = /^```yaml\n([^`]*)^```$/m.exec(
    readFileSync(new URL("../docs/commands.md", import.meta.url), "utf8"),
  )?.[1];
  expect(configSchema.parse(parse(block ?? "")).commands).toMatchObject({ link: "write", hypothesis: "off" });
});

test("the page on follow-ups tells the times and labels that are configured where nobody says otherwise", () => {
  const page = readFileSync(new URL("../docs/follow-ups.md", import.meta.url), "utf8");
  const { follow_up: followUp, labels } = defaultConfig;
  const named = Array.from(page.matchAll(/`(outcome: [a-z]+)`/g), ([, name = ""]) => name);
  const known = new Set(Object.values(labels).map(({ name }) => name));
  expect(named.filter((name) => !known.has(name))).toEqual([]);
  expect(page).toContain(`\`window\` later (${followUp.window.milliseconds / 86_400_000} days)`);
  expect(page).toContain(`\`grace\` after the question (${followUp.grace.milliseconds / 86_400_000} days)`);
  expect(page.toLowerCase()).toContain(`\`slot\` (${followUp.slot.day}, ${followUp.slot.time})`);
});

test("the page on the board names each key and column of the report", () => {
  const page = readFileSync(new URL("../docs/board.md", import.meta.url), "utf8");
  const { follow_ups: followUps, problems, declined, opt_outs: optOuts } = reportSchema.shape;
  const { rounds } = followUps.element.shape;
  const objects = [
    reportSchema,
    followUps.element,
    rounds.element,
    problems.element,
    declined.element,
    optOuts.element,
  ];
  const keys = [...objects, readingSchema].flatMap(({ shape }) => Object.keys(shape));
  const columns = toCsv({
    version: 1,
    repository: "",
    at: "",
    follow_ups: [],
    problems: [],
    declined: [],
    opt_outs: [],
  });
  const names = [...keys, ...Array.from(columns.matchAll(/"(\w+)"/g), ([, name = ""]) => name)];
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("the README's table of commands says what they are", () => {
  const rows = readme.split("\n").filter((line) => line.startsWith("| `/outcome "));
  // The widths of the columns are the formatter's.
  expect(rows.map((row) => row.replaceAll(/ +/g, " "))).toEqual(commands.map(rowOf));
});

function rowOf({ usage, what, on, mayByDefault, alsoMay }: Command): string {
  const where = on.length > 1 ? "both" : "pull requests";
  const who = words[mayByDefault];
  const may = alsoMay === null || mayByDefault === "anyone" ? who : `${others[alsoMay]}, and ${who}`;
  return `| \`${usage}\` | ${what} | ${where} | ${may} |`;
}

const others = { author: "its author", servers: "the authors of the merged work" } as const;

const words: Readonly<Record<Permission, string>> = {
  anyone: "everybody",
  triage: "triage or more",
  write: "write or more",
  maintain: "maintain or more",
  admin: "admin",
  opt_out: "who may opt out",
  off: "nobody",
};
