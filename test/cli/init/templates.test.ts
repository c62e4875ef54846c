import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { newFiles } from "../../../src/cli/init/new-files.ts";
import { loadConfig } from "../../../src/config/load.ts";
import { defaultConfig } from "../../../src/config/schema.ts";
import type { Subject } from "../../../src/core/statements/prose/prose.ts";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { isFromOurForm, ourForm } from "../../../src/core/statements/our-form.ts";
import type { Statements } from "../../../src/core/statements/statements.ts";
import { findReferences } from "../../../src/sources/links/find-references.ts";
import { findUnfilledLink } from "../../../src/sources/links/unfilled-link.ts";
import { readTexts } from "../../../src/sources/read-texts.ts";
import { reading } from "../../config/reading.ts";

const [configuration = "", form = "", template = ""] = newFiles.map(({ text }) => text);

function readText(kind: Subject["kind"], body: string, title = "Title"): Statements {
  return readTexts([template, form], defaultConfig).read({ kind, title, body: parseBody(body) });
}

function stated(statements: Statements): readonly string[] {
  return Object.entries(statements)
    .filter(([, { grade }]) => grade === "stated")
    .map(([name]) => name);
}

describe("the configuration", () => {
  test("is valid, and says nothing but the defaults", () => {
    expect(loadConfig(reading(configuration))).toMatchObject({ kind: "ok", config: defaultConfig });
  });

  test("is valid with every example that stands in its comments", () => {
    const examples = configuration.replaceAll(/^# (?=[a-z_]+:|  )/gm, "");
    expect(loadConfig(reading(examples))).toMatchObject({
      kind: "ok",
      config: {
        problems: { labels: ["problem", "bug"] },
        exemptions: { paths: ["docs/**"], labels: ["no-problem-needed"] },
      },
    });
  });
});

/** GitHub's syntax for issue forms, as far as ours uses it; whatever else it says is an error there. */
const someText = z.string().regex(/\S/);
const formSyntax = z.strictObject({
  name: someText,
  description: someText,
  labels: z.array(someText),
  body: z
    .array(
      z.strictObject({
        type: z.literal("textarea"),
        id: z.string().regex(/^[\w-]+$/),
        attributes: z.strictObject({
          label: someText.refine((label) => !/password|secret|token|credential/i.test(label)),
          description: someText,
          placeholder: someText,
        }),
        validations: z.strictObject({ required: z.boolean() }),
      }),
    )
    .min(1),
});

describe("the issue form", () => {
  const { name, labels, body } = formSyntax.parse(parse(form));

  test("is of GitHub's syntax, with labels and ids of which no two are alike", () => {
    expect([name, labels]).toEqual([ourForm.name, ["problem"]]);
    expect(body.map(({ attributes }) => attributes.label)).toEqual(Object.values(ourForm.questions));
    // GitHub makes a reference of a label from its letters.
    const references = body.map(({ attributes: { label } }) => label.toLowerCase().replaceAll(/[^a-z\d]+/g, "-"));
    expect(new Set(references).size).toBe(body.length);
    expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
  });

  /** As GitHub makes an issue of a form. */
  function filled(answers: Readonly<Partial<Record<string, string>>>): string {
    return body
      .map(({ id, attributes: { label } }) => `### ${label}\n\n${answers[id] ?? "_No response_"}`)
      .join("\n\n");
  }

  test("states nothing while nobody filled it in, nor with its own words", () => {
    expect(stated(readText("issue", filled({})))).toEqual([]);
    const own = Object.fromEntries(body.map(({ id, attributes }) => [id, attributes.placeholder]));
    expect(stated(readText("issue", filled(own)))).toEqual([]);
    const described = Object.fromEntries(body.map(({ id, attributes }) => [id, attributes.description]));
    expect(stated(readText("issue", filled(described)))).toEqual([]);
  });

  const answers = {
    who: "Caterers who plan for more than twenty guests",
    happens: "They cannot copy last week's menu, and type all of it again.",
    evidence: "Nine of the twelve caterers we called said so.",
    hypothesis:
      "We believe that copying a week for caterers will shorten planning because little changes from week to week.",
    metric: "minutes to plan a week, from 40 to 15 within 3 weeks",
  };

  test("states everything once a person filled it in", () => {
    const text = filled(answers);
    expect(isFromOurForm(parseBody(text))).toBe(true);
    const read = readText("issue", text);
    expect(stated(read)).toEqual(
      expect.arrayContaining(["who", "problem", "evidence", "hypothesis", "metric", "window"]),
    );
    expect(read).toMatchObject({
      problem: { value: expect.stringContaining("They cannot copy last week's menu") },
      evidence: { value: answers.evidence },
      hypothesis: { value: { change: "copying a week", who: "caterers", effect: "shorten planning" } },
      window: { value: { days: 21 } },
    });
  });

  test("does not take whoever says just what its examples say for a form that nobody filled in", () => {
    const examples = body.map(({ id, attributes }) => [id, attributes.placeholder.replace(" (an example)", "")]);
    const read = readText("issue", filled(Object.fromEntries(examples)));
    expect(stated(read)).toEqual(expect.arrayContaining(["who", "problem", "evidence"]));
  });

  test.each([
    ["who", "who"],
    ["happens", "problem"],
    ["evidence", "evidence"],
    ["hypothesis", "hypothesis"],
    ["metric", "metric"],
  ] as const)("states of %s alone the %s", (id, statement) => {
    const read = readText("issue", filled({ [id]: answers[id] }));
    expect(read[statement].grade).toBe("stated");
  });

  test("states of who has it alone no problem yet", () => {
    expect(readText("issue", filled({ who: answers.who })).problem.grade).not.toBe("stated");
  });
});

describe("the pull request template", () => {
  const context = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com", keywords: [] };
  const links = (text: string) => findReferences(parseBody(text), context).filter(({ linking }) => linking);

  test("has three lines", () => {
    expect(template.trimEnd().split("\n")).toHaveLength(3);
  });

  test("states and links nothing while nobody filled it in", () => {
    expect(stated(readText("pull_request", template))).toEqual([]);
    expect(readText("pull_request", template).hypothesis.grade).toBe("template");
    expect(links(template)).toEqual([]);
    expect(findUnfilledLink(parseBody(template))).toContain("Part of #ISSUE");
  });

  const words: Readonly<Record<string, string>> = {
    ISSUE: "12",
    CHANGE: "a visible total",
    WHO: "shoppers on small screens",
    EFFECT: "lower abandoned carts",
    REASON: "the price is no surprise",
    METRIC: "the share of abandoned carts",
    NOW: "31 %",
    TARGET: "25 %",
    WINDOW: "4 weeks",
  };
  const filledIn = template.replaceAll(/\b[A-Z]{3,}\b/g, (word) => words[word] ?? word);

  test("states and links everything once a person filled it in", () => {
    expect(links(filledIn).map(({ reference }) => reference.number)).toEqual([12]);
    expect(findUnfilledLink(parseBody(filledIn))).toBeNull();
    const read = readText("pull_request", filledIn);
    expect(stated(read)).toEqual(expect.arrayContaining(["hypothesis", "metric", "window"]));
    expect(read).toMatchObject({
      hypothesis: {
        value: {
          change: words["CHANGE"],
          who: words["WHO"],
          effect: words["EFFECT"],
          because: words["REASON"],
          metric: words["METRIC"],
          baseline: words["NOW"],
          target: words["TARGET"],
        },
      },
      window: { value: { days: 28 } },
    });
  });

  test("states a claim whose measure nobody filled in, and no measure", () => {
    const half = template.replaceAll(/\b(?:ISSUE|CHANGE|WHO|EFFECT|REASON)\b/g, (word) => words[word] ?? word);
    expect(stated(readText("pull_request", half))).toEqual(["hypothesis"]);
  });

  test.each([
    ["Exploring: Would caterers plan two weeks at once?", "exploration"],
    ["No outcome: only a typo", "optOut"],
  ])("gives way to %s", (line, statement) => {
    const [first = ""] = template.split("\n");
    expect(stated(readText("pull_request", `${first}\n${line}\n${template.split("\n")[2]}`))).toEqual([statement]);
  });
});
