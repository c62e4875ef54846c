import { describe, expect, test } from "vitest";
import { md } from "../../../src/core/markdown/markdown.ts";
import type { Misconfiguration } from "../../../src/core/report/misconfiguration.ts";
import { renderMisconfiguration } from "../../../src/core/report/misconfiguration.ts";
import { liveParts } from "../../support/github-markdown.ts";

const shop = { owner: "acme", name: "shop" };
const place = { ...shop, visible: true, path: ".github/outcome.yml", line: 3, column: 7 } as const;
const unknownKey: Misconfiguration = { ...place, message: md`${"modes"} is not a key; did you mean ${"mode"}?` };
const hidden: Misconfiguration = { visible: false, message: md`A configuration that this one builds on is not valid.` };

describe("a configuration that cannot be used", () => {
  test("is told with the line, and holds nobody up", () => {
    expect(renderMisconfiguration({ problems: [unknownKey], requires: false }, shop)).toMatchInlineSnapshot(`
      {
        "conclusion": "neutral",
        "summary": "- \`.github/outcome.yml\`, line 3, column 7: \`modes\` is not a key; did you mean \`mode\`?

      Nothing is asked of pull requests until it can be read. The configuration is read from the default branch.",
        "text": "",
        "title": "The configuration cannot be used: .github/outcome.yml, line 3",
      }
    `);
  });

  test("lets nothing pass where it asks to require", () => {
    const { conclusion, summary } = renderMisconfiguration({ problems: [unknownKey], requires: true }, shop);
    expect(conclusion).toBe("action_required");
    expect(summary).toContain("nothing passes until it can be read");
  });

  test.each([
    ["its own file", [unknownKey], "a pull request that repairs it here and changes nothing else."],
    ["a base", [{ ...unknownKey, name: "policy" }], "What stands in another repository is repaired there."],
    ["a base that is hidden", [hidden], "(`enabled: false` in its own file)"],
    ["both", [unknownKey, { ...unknownKey, name: ".github" }], "(`enabled: false` in its own file)"],
  ])("tells what passes meanwhile, where the break stands in %s", (_title, problems, words) => {
    expect(renderMisconfiguration({ problems, requires: true }, shop).summary).toContain(words);
  });

  test("elsewhere is told with the repository", () => {
    const { summary } = renderMisconfiguration(
      { problems: [{ ...unknownKey, name: ".github" }], requires: false },
      shop,
    );
    expect(summary).toContain("- `acme/.github/.github/outcome.yml`, line 3, column 7:");
  });

  test("that fewer people may see is told without file and line", () => {
    const { title, summary } = renderMisconfiguration({ problems: [hidden], requires: false }, shop);
    expect(title).toBe("The configuration cannot be used");
    expect(summary).toMatch(/^- A configuration that this one builds on is not valid\.\n\n/);
  });

  test("with many mistakes stays within what GitHub takes", () => {
    const problems = Array.from({ length: 2_000 }, () => ({ ...place, message: md`${"x".repeat(200)} is wrong` }));
    expect(renderMisconfiguration({ problems, requires: false }, shop).summary.length).toBeLessThanOrEqual(65_535);
  });

  test("comes to life with nothing that stands in it", () => {
    const problems = [{ ...place, message: md`${"@ada fixes #1 <img>"} is not a key` }];
    expect(liveParts(renderMisconfiguration({ problems, requires: false }, shop).summary)).toEqual([]);
  });
});
