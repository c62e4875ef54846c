import { describe, expect, test } from "vitest";
import { inWords } from "../../../src/cli/init/folder.ts";
import { newFiles } from "../../../src/cli/init/new-files.ts";
import { unwrittenInWords } from "../../../src/cli/init/write-whole.ts";
import { run } from "../run.ts";
import { filesOf, workingCopy } from "./working-copy.ts";

const all = Object.fromEntries(newFiles.map(({ path, text }) => [path, text]));
const [CONFIG, FORM, TEMPLATE] = [
  ".github/outcome.yml",
  ".github/ISSUE_TEMPLATE/user-problem.yml",
  ".github/pull_request_template.md",
] as const;

describe("what is in the way", () => {
  test.each([CONFIG, ".github/outcome.yaml", FORM, TEMPLATE])("is named, and what to do: a folder %s", async (path) => {
    const folder = workingCopy({ [`${path}/beside`]: "" });
    await expect(run(["init", folder, "--overwrite"])).rejects.toThrow(
      `${path} is a folder, where a file is to be written. Move it or rename it, and run this again`,
    );
    expect(Object.keys(filesOf(folder))).toEqual([`${path}/beside`]);
  });

  test("is no folder that is called like a template", async () => {
    const folder = workingCopy({ ".github/ISSUE_TEMPLATE/x.yml/beside": "", "pull_request_template.md/beside": "" });
    expect((await run(["init", folder])).code).toBe(0);
    expect(filesOf(folder)).toMatchObject(all);
  });

  test("is a folder or a configuration with other capitals, which would not be read", async () => {
    const folder = workingCopy({ ".GitHub/CODEOWNERS": "" });
    await expect(run(["init", folder])).rejects.toThrow(".GitHub is not read under this name. Rename it to .github,");
    expect(Object.keys(filesOf(folder))).toEqual([".GitHub/CODEOWNERS"]);
    const misnamed = workingCopy({ ".github/Outcome.yml": "{}\n" });
    expect((await run(["init", misnamed, "--overwrite"])).output).toContain(
      `No ${CONFIG}: .github/Outcome.yml is not read under this name: rename it to outcome.yml.\n`,
    );
    expect(filesOf(misnamed)).not.toHaveProperty([CONFIG]);
  });

  test("is a second configuration: one of them must go", async () => {
    const both = { [CONFIG]: "{}\n", ".github/outcome.yaml": "{}\n" };
    const folder = workingCopy(both);
    expect((await run(["init", folder, "--overwrite"])).output).toContain(
      `No ${CONFIG}: .github/outcome.yaml is there beside outcome.yml, and two configurations are an error`,
    );
    expect(filesOf(folder)).toMatchObject(both);
  });
});

test("a file whose lines end as on Windows is the same file", async () => {
  const folder = workingCopy({ [CONFIG]: (all[CONFIG] ?? "").replaceAll("\n", "\r\n") });
  const { code, output } = await run(["init", folder]);
  expect([code, output]).toEqual([0, expect.stringContaining(`${CONFIG} is there already, word for word.\n`)]);
});

/** Whoever runs these tests may be allowed everything, so that the system refuses nothing: these are its words. */
const refused = (code: string) => Object.assign(new Error(`${code}: refused, open '/a/b'`), { code });

describe("what the system refuses", () => {
  test.each([
    ["EACCES", "you may not write there"],
    ["EPERM", "you may not write there"],
    ["EROFS", "this disk can only be read"],
    ["ENOSPC", "no room is left on this disk"],
  ])("to write is told in a sentence: %s", (code, reason) => {
    expect(unwrittenInWords(refused(code), CONFIG)).toMatchObject({
      message: `${CONFIG} was not written: ${reason}. Run this again once that is mended.`,
    });
  });

  test("to read, too, and all else is left as it is", () => {
    expect(inWords(refused("EACCES"), CONFIG)).toMatchObject({ message: `${CONFIG} may not be read by you.` });
    const other = refused("EIO");
    expect([inWords(other, CONFIG), unwrittenInWords(other, CONFIG)]).toEqual([other, other]);
  });
});
