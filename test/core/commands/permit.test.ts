import { describe, expect, test } from "vitest";
import type { GivenCommand } from "../../../src/core/commands/decide-command.ts";
import { decideCommand, dependsOnRole } from "../../../src/core/commands/decide-command.ts";
import { commands } from "../../../src/core/commands/index.ts";
import type { CommandName } from "../../../src/core/commands/index.ts";
import type { CommandPolicy, Giver } from "../../../src/core/commands/permit.ts";
import { roles } from "../../../src/core/facts/actor.ts";
import { advising, requiring, settings } from "../../support/facts.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

/** With an argument that each of them understands, but for those that take none. */
const sayings: Readonly<Record<CommandName, string>> = {
  check: "",
  link: "#12",
  unlink: "#12",
  skip: "a typo",
  unskip: "",
  hypothesis: "We believe prices with tax for buyers will end complaints.",
  validated: "a third fewer tickets",
  invalidated: "nobody saw the total",
  inconclusive: "",
  snooze: "2 weeks",
  help: "",
};

function given(name: CommandName, giver: Giver, policy: CommandPolicy): GivenCommand {
  const command = { kind: "command", name, argument: sayings[name] } as const;
  return { command, thread: "pull_request", giver, policy, place };
}

const givers: readonly (readonly [string, Giver])[] = [
  ...roles.map((role) => [role, { role, isAuthor: false }] as const),
  ["author", { role: "none", isAuthor: true }],
  ["server", { role: "none", isAuthor: false, serves: true }],
];

/** Who is heard, in the order of roles x commands. */
function table(policy: CommandPolicy): Readonly<Record<string, string>> {
  const rows = commands.map(({ name }) => {
    const heard = givers.filter(([, giver]) => decideCommand(given(name, giver, policy)).reaction === "+1");
    return [name, heard.map(([who]) => who).join(" ")];
  });
  return Object.fromEntries(rows);
}

describe("who may give which command", () => {
  test("while nothing is required", () => {
    expect(table(advising)).toEqual({
      check: "triage write maintain admin author",
      link: "triage write maintain admin author",
      unlink: "triage write maintain admin author",
      skip: "triage write maintain admin author",
      unskip: "triage write maintain admin author",
      hypothesis: "write maintain admin author",
      validated: "write maintain admin server",
      invalidated: "write maintain admin server",
      inconclusive: "write maintain admin server",
      snooze: "write maintain admin server",
      help: "none read triage write maintain admin author server",
    });
  });

  test("while something is required, only people with write access skip, whoever wrote it", () => {
    expect(table(requiring)).toMatchObject({ skip: "write maintain admin", unskip: "write maintain admin" });
  });

  test("as it is configured", () => {
    const configured = settings({
      commands: {
        check: "anyone",
        link: "admin",
        unlink: "off",
        skip: "maintain",
        hypothesis: "off",
        validated: "maintain",
        snooze: "off",
      },
    });
    expect(table(configured)).toMatchObject({
      check: "none read triage write maintain admin author server",
      link: "admin author",
      unlink: "",
      skip: "maintain admin",
      hypothesis: "",
      validated: "maintain admin server",
      invalidated: "write maintain admin server",
      snooze: "",
    });
  });

  test("as who may opt out by the text is configured", () => {
    expect(table(settings({ opt_out: { who: "write" } }))).toMatchObject({ skip: "write maintain admin" });
    expect(table(settings({ mode: "require", opt_out: { who: "anyone" } }))).toMatchObject({
      skip: "triage write maintain admin author",
    });
  });

  test("skipping cannot be opened further than the opt-out by the text", () => {
    expect(() => settings({ commands: { skip: "anyone" } })).toThrow("Invalid option");
    expect(() => settings({ commands: { unskip: "triage" } })).toThrow("Invalid option");
  });
});

describe("a role is read only where it decides", () => {
  test.each<[CommandName, boolean, boolean]>([
    ["check", false, true],
    ["check", true, false],
    ["hypothesis", true, false],
    ["help", false, false],
  ])("%s, by its author: %s", (name, isAuthor, expected) => {
    expect(dependsOnRole(given(name, { role: "unread", isAuthor }, advising))).toBe(expected);
  });

  test.each<[string, CommandPolicy, boolean]>([
    ["nothing is required", advising, false],
    ["something is required", requiring, true],
    ["it is configured", settings({ commands: { skip: "write" } }), true],
  ])("of its author's to skip where %s", (_title, policy, expected) => {
    expect(dependsOnRole(given("skip", { role: "unread", isAuthor: true }, policy))).toBe(expected);
  });

  test("and of anybody else's to skip", () => {
    expect(dependsOnRole(given("skip", { role: "unread", isAuthor: false }, advising))).toBe(true);
  });

  test("and of nobody where the command is off", () => {
    const off = settings({ commands: { check: "off" } });
    expect(dependsOnRole(given("check", { role: "unread", isAuthor: false }, off))).toBe(false);
  });

  test("and not of whoever wrote what is answered for", () => {
    const serving = { role: "unread", isAuthor: false, serves: true } as const;
    expect(dependsOnRole(given("validated", serving, advising))).toBe(false);
    expect(dependsOnRole(given("validated", { ...serving, serves: false }, advising))).toBe(true);
    expect(dependsOnRole(given("check", serving, advising))).toBe(true);
  });

  test("where it was not read, nobody may", () => {
    expect(decideCommand(given("check", { role: "unread", isAuthor: false }, advising)).reaction).toBe("confused");
  });
});
