import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { newFiles } from "../../src/cli/init/new-files.ts";
import { runCommand } from "../../src/cli/run-command.ts";
import { filesOf, temporaryFolder, workingCopy } from "./init/working-copy.ts";
import { reach, run } from "./run.ts";
import { startOutcome } from "./start-outcome.ts";

const all = Object.fromEntries(newFiles.map(({ path, text }) => [path, text]));
const [CONFIG, FORM, TEMPLATE] = [
  ".github/outcome.yml",
  ".github/ISSUE_TEMPLATE/user-problem.yml",
  ".github/pull_request_template.md",
] as const;

describe("outcome init, as a shell starts it,", () => {
  test("writes three files, says so, and finds nothing to do the second time", async () => {
    const folder = workingCopy({ "README.md": "A shop\n" });
    const first = await startOutcome(["init", folder], {});
    expect(first).toMatchObject({ code: 0, errors: "" });
    expect(first.output).toMatch(new RegExp(`^Wrote ${CONFIG}\nWrote ${FORM}\nWrote ${TEMPLATE}\n\nRead them`));
    expect(filesOf(folder)).toEqual({ ...all, "README.md": "A shop\n" });
    const second = await startOutcome(["init", folder], {});
    expect(second).toMatchObject({ code: 0, errors: "" });
    expect(second.output.split("\n").filter((line) => !line.endsWith("is there already, word for word."))).toEqual([
      "",
    ]);
  });

  test("leaves alone what is there, says so, and ends with 1 where nobody can be asked", async () => {
    const folder = workingCopy({ [CONFIG]: "mode: require\n" });
    const { code, output } = await startOutcome(["init", folder], {});
    expect(code).toBe(1);
    expect(output).toContain(`Left ${CONFIG} alone: it is there already. --overwrite replaces it.\nWrote ${FORM}\n`);
    expect(output).toContain("the form's label `problem`");
    expect(filesOf(folder)).toEqual({ ...all, [CONFIG]: "mode: require\n" });
  });

  test("tells in a sentence what is in its way, and has written nothing then", async () => {
    const folder = workingCopy({ ".github": "a file\n" });
    const { code, output, errors } = await startOutcome(["init", folder], {});
    const what = ".github is a file, where a folder is needed. Move it or rename it, and run this again";
    expect([code, output, errors]).toEqual([1, "", `outcome: ${what}; nothing was written.\n`]);
    expect(filesOf(folder)).toEqual({ ".github": "a file\n" });
  });
});

describe("what would be written", () => {
  test("is printed by a dry run, and nothing is", async () => {
    const folder = workingCopy();
    const { code, output } = await run(["init", folder, "--dry-run"]);
    expect(code).toBe(0);
    for (const [path, text] of Object.entries(all)) {
      expect(output).toContain(`Would write ${path}:\n\n${text.replaceAll(/^(?=.)/gm, "  ")}`);
    }
    expect(readdirSync(folder)).toEqual([".git"]);
  });

  test("is told apart from what is there", async () => {
    const folder = workingCopy({ [CONFIG]: "mode: require\n", "docs/PULL_REQUEST_TEMPLATE.md": "Fixes #\n" });
    const asked = await run(["init", folder, "--dry-run"]);
    expect(asked.output).toContain(`Would ask before overwriting ${CONFIG}:`);
    expect(asked.output).toContain(`No ${TEMPLATE}: docs/PULL_REQUEST_TEMPLATE.md is a pull request template`);
    const sure = await run(["init", folder, "--dry-run", "--overwrite"]);
    expect(sure.output).toContain(`Would overwrite ${CONFIG}:`);
    expect(Object.keys(filesOf(folder))).toEqual([CONFIG, "docs/PULL_REQUEST_TEMPLATE.md"]);
  });
});

describe("what is there already", () => {
  test("is replaced with --overwrite, whole, and nothing is left beside it", async () => {
    const folder = workingCopy({ [CONFIG]: "mode: require\n".repeat(1000), [TEMPLATE]: "" });
    const { code, output } = await run(["init", folder, "--overwrite"]);
    expect(code).toBe(0);
    expect(output).toContain(`Overwrote ${CONFIG}\n`);
    expect(filesOf(folder)).toEqual(all);
    writeFileSync(join(folder, CONFIG), "mode: require\n");
    const again = await run(["init", folder, "--overwrite"]);
    expect(again.output).toContain("bring them to the default branch");
    expect(again.output).not.toContain("the form's label");
  });

  test.each([
    ["PULL_REQUEST_TEMPLATE.md", TEMPLATE],
    ["pull_request_template", TEMPLATE],
    ["docs/Pull_Request_Template.txt", TEMPLATE],
    [".github/PULL_REQUEST_TEMPLATE/fix.md", TEMPLATE],
    ["docs/pull_request_template/fix.md", TEMPLATE],
    [".github/pull_request_template.txt", TEMPLATE],
    [".github/ISSUE_TEMPLATE/user-problem.md", FORM],
    [".github/ISSUE_TEMPLATE/user-problem.yaml", FORM],
    ["docs/ISSUE_TEMPLATE/bug.md", FORM],
    ["ISSUE_TEMPLATE/bug.md", FORM],
  ])("in another place, %s, is respected even with --overwrite", async (path, wanted) => {
    const folder = workingCopy({ [path]: "Ours\n" });
    const { code, output } = await run(["init", folder, "--overwrite"]);
    expect(code).toBe(0);
    expect(output).toContain(`No ${wanted}: `);
    expect(filesOf(folder)).toMatchObject({ [path]: "Ours\n" });
    expect(filesOf(folder)).not.toHaveProperty([wanted]);
  });

  test("under the form's name is respected, and other templates keep the form's company", async () => {
    const named = `.github/ISSUE_TEMPLATE/trouble.yml`;
    const folder = workingCopy({ [named]: "name: 'user problem'\ndescription: Ours\n" });
    expect((await run(["init", folder])).output).toContain(`No ${FORM}: ${named} is an issue template of this name`);
    const beside = workingCopy({ ".github/issue_template/bug.md": "name: Bug\n", ".github/issue_template.md": "Hi\n" });
    await run(["init", beside]);
    expect(Object.keys(filesOf(beside))).toContain(".github/issue_template/user-problem.yml");
  });

  test.each([
    [".github/outcome.yaml", "mode: require\n"],
    [".github/PULL_REQUEST_TEMPLATE.md", "Fixes #\n"],
  ])("is the same file as %s, and is replaced only with --overwrite", async (path, text) => {
    const folder = workingCopy({ [path]: text });
    expect(await run(["init", folder])).toMatchObject({ code: 1 });
    expect(filesOf(folder)).toMatchObject({ [path]: text });
    await run(["init", folder, "--overwrite"]);
    expect(Object.keys(filesOf(folder))).toHaveLength(3);
    expect(Object.values(all)).toContain(filesOf(folder)[path]);
  });
});

/** With somebody at a terminal, who answers this. */
async function runAtTerminal(args: readonly string[], answers: string) {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const at = { isTTY: true };
  input.end(answers);
  const streams = { input: Object.assign(input, at), output, errors: Object.assign(errors, at) };
  const code = await runCommand(args, streams, reach);
  return { code, output: String(output.read()), errors: String(errors.read()) };
}

describe("somebody at a terminal", () => {
  const there = { [CONFIG]: "mode: require\n", [TEMPLATE]: "Fixes #\n" };

  test("is asked file by file, and each answer counts for its file", async () => {
    const folder = workingCopy(there);
    const { code, errors } = await runAtTerminal(["init", folder], "\nYes\n");
    expect(code).toBe(0);
    expect(errors).toBe(
      `${CONFIG} is there already. Overwrite it? [y/N] ${TEMPLATE} is there already. Overwrite it? [y/N] `,
    );
    expect(filesOf(folder)).toEqual({ ...all, [CONFIG]: "mode: require\n" });
  });

  test("who goes away without an answer keeps the files", async () => {
    const folder = workingCopy(there);
    expect((await runAtTerminal(["init", folder], "")).code).toBe(0);
    expect(filesOf(folder)).toEqual({ ...there, [FORM]: all[FORM] });
  });

  test("is asked nothing with --overwrite", async () => {
    const folder = workingCopy(there);
    expect((await runAtTerminal(["init", folder, "--overwrite"], "")).errors).toBe("null");
    expect(filesOf(folder)).toEqual(all);
  });
});

describe("no link leads out of the working copy", () => {
  test.each([
    [".github", "."],
    [".github/ISSUE_TEMPLATE", "."],
    [CONFIG, "secret"],
    [TEMPLATE, "secret"],
    [FORM, "not-there"],
  ])("as %s", async (path, to) => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, "secret"), "s");
    const folder = workingCopy({ "README.md": "", [join(path, "..", "beside")]: "" });
    mkdirSync(join(folder, path, ".."), { recursive: true });
    symlinkSync(join(outside, to), join(folder, path));
    const before = filesOf(folder);
    await expect(run(["init", folder, "--overwrite"])).rejects.toThrow(`${path} is a symbolic link`);
    expect(filesOf(folder)).toEqual(before);
    expect(filesOf(outside)).toEqual({ secret: "s" });
  });
});

describe("the folder", () => {
  test("must be a working copy, unless --force is given", async () => {
    const folder = temporaryFolder();
    expect(await run(["init", folder])).toMatchObject({ code: 2, errors: expect.stringContaining("no working copy") });
    expect(readdirSync(folder)).toEqual([]);
    await run(["init", folder, "--force"]);
    expect(filesOf(folder)).toEqual(all);
  });

  test("must be its top: GitHub reads .github nowhere else", async () => {
    const folder = workingCopy({ "packages/till/README.md": "" });
    const { code, errors } = await run(["init", join(folder, "packages", "till")]);
    expect([code, errors]).toEqual([2, expect.stringContaining(`name its top folder, ${folder}.\n`)]);
  });

  test("may be a worktree or submodule, where .git is a file", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, ".git"), "gitdir: ../elsewhere\n");
    expect((await run(["init", folder])).code).toBe(0);
  });

  test.each([["one", "two"], ["not-there"], ["README.md"]])("must be one that is there, not %s", async (...folders) => {
    expect(await run(["init", ...folders])).toMatchObject({ code: 2, output: "" });
  });
});
