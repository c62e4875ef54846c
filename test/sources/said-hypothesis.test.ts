import { describe, expect, test } from "vitest";
import { nothingSaid } from "../../src/core/facts/said.ts";
import { parseBody } from "../../src/core/markdown/parse-body.ts";
import { readTexts } from "../../src/sources/read-texts.ts";
import { withSaidHypothesis } from "../../src/sources/said-hypothesis.ts";
import { ada } from "../support/facts.ts";
import { gatherSettings } from "../support/readings.ts";

interface Given {
  readonly body?: string;
  readonly settings?: unknown;
  readonly templates?: readonly string[];
}

function read(text: string | null, { body = "", settings = {}, templates = [] }: Given = {}) {
  const given = gatherSettings(settings);
  const own = readTexts(templates, given).read({ kind: "pull_request", title: "Show tax", body: parseBody(body) });
  const said = { ...nothingSaid, hypothesis: text === null ? null : { text, by: ada } };
  return { own, stated: withSaidHypothesis(own, said, { kind: "pull_request", templates, settings: given }) };
}

const claim = "We believe prices with tax for buyers will end complaints because they know what they pay.";
const measured = `${claim} We will know when complaints a week move from 40 to 5 within two weeks.`;
const other =
  "We believe bigger pictures for buyers will raise sales. We will know when sales a day rise from 10 to 20 within a month.";

describe("a hypothesis that somebody said", () => {
  test("is read part by part, as in a text", () => {
    expect(read(measured).stated).toMatchObject({
      hypothesis: {
        grade: "stated",
        value: { change: "prices with tax", who: "buyers", effect: "end complaints", metric: "complaints a week" },
        place: { kind: "comment", name: "ada" },
      },
      metric: { grade: "stated", value: "complaints a week", place: { kind: "comment" } },
      window: { grade: "stated", value: { days: 14 }, place: { kind: "comment" } },
    });
  });

  test("counts in words of its own", () => {
    const { stated } = read("Buyers will complain less once prices have tax.");
    expect(stated.hypothesis).toMatchObject({ grade: "stated", place: { kind: "comment", name: "ada" } });
  });

  test("takes the place of the text's, with its metric and window", () => {
    const { own, stated } = read(claim, { body: other });
    expect(own.metric.grade).toBe("stated");
    expect(stated.hypothesis).toMatchObject({ value: { effect: "end complaints" } });
    expect(stated.metric).toEqual({ grade: "absent" });
    expect(stated.window).toEqual({ grade: "absent" });
  });

  test("leaves the metric and window that the text has in places of their own", () => {
    const { stated } = read(claim, { body: "Metric: complaints a week\nWindow: 3 weeks" });
    expect(stated).toMatchObject({ metric: { value: "complaints a week" }, window: { value: { days: 21 } } });
  });

  test("is read in English whatever languages are in use", () => {
    expect(read(claim, { settings: { statements: { languages: ["de"] } } }).stated.hypothesis.grade).toBe("stated");
  });

  test("takes no place where it says nothing", () => {
    const { own, stated } = read("TBD", { body: other });
    expect(own.hypothesis.grade).toBe("stated");
    expect(stated).toBe(own);
  });

  test("that says nothing is told as such where nothing else is there", () => {
    expect(read("TBD").stated.hypothesis).toMatchObject({ grade: "hollow", place: { kind: "comment", name: "ada" } });
  });

  test("is no claim while it is the form's", () => {
    const { hypothesis } = read("We believe CHANGE for WHO will EFFECT because REASON.").stated;
    expect(hypothesis.grade).not.toBe("stated");
  });

  test("is read as it is shown: signs of Markdown in it are only signs", () => {
    const { hypothesis } = read("We believe <b> and | for buyers will end `complaints` # now.").stated;
    expect(hypothesis).toMatchObject({ value: { change: "<b> and |" } });
  });
});

test("where nobody said one, the text's own stand", () => {
  const { own, stated } = read(null, { body: other });
  expect(stated).toBe(own);
});
