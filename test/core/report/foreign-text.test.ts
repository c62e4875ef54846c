import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import type { Issue } from "../../../src/core/facts/issue.ts";
import type { Link, LinkOrigin } from "../../../src/core/facts/link.ts";
import { renderCheckRun } from "../../../src/core/report/check-run.ts";
import {
  renderProblemComment,
  renderPullRequestComment,
  renderSettledComment,
} from "../../../src/core/report/comment.ts";
import { stickyMarker } from "../../../src/core/report/marker.ts";
import { titleOf } from "../../../src/core/report/title.ts";
import type { Place, Statements } from "../../../src/core/statements/statements.ts";
import { evaluate, evaluateProblem } from "../../../src/core/verdict/evaluate.ts";
import { anyForeignText } from "../../support/foreign-text.ts";
import type { PullRequestOverrides } from "../../support/facts.ts";
import {
  deadLink,
  hiddenLink,
  issue,
  link,
  minutesAgo,
  noon,
  nothingStated,
  problemFacts,
  pullRequestFacts,
  settings,
} from "../../support/facts.ts";
import { liveParts, tokensOf } from "../../support/github-markdown.ts";

const everything = settings({
  rules: { "weighs-alternatives": { level: "advise" } },
  problems: { labels: ["problem"] },
});

/** Every statement, in every grade, with foreign text wherever there is room. */
const anyStatements: fc.Arbitrary<Statements> = fc
  .tuple(
    anyForeignText,
    anyForeignText,
    fc.constantFrom("stated", "hollow", "template"),
    fc.constantFrom("heading", "field", "block", "line"),
  )
  .map(([quote, name, grade, kind]) => {
    const place: Place = { kind, name, line: 1 };
    if (grade !== "stated") {
      const reading = { grade, quote, place } as const;
      return {
        ...nothingStated,
        problem: reading,
        evidence: reading,
        hypothesis: reading,
        metric: reading,
        window: reading,
      };
    }
    const parts = { change: quote, who: quote, effect: quote, because: quote };
    const value = { claim: quote, ...parts, metric: quote, baseline: quote, target: quote, window: quote };
    const said = { grade, value: quote, quote, place } as const;
    const window = { grade, value: { days: 3, text: quote }, quote, place } as const;
    return {
      ...nothingStated,
      problem: said,
      evidence: said,
      alternatives: said,
      hypothesis: { grade, value, quote, place },
      window,
    };
  });

const anyOrigin: fc.Arbitrary<LinkOrigin> = anyForeignText.map((quote) => ({ kind: "heading", heading: quote, quote }));

const anyIssue: fc.Arbitrary<Issue> = fc
  .tuple(anyForeignText, anyStatements, fc.boolean())
  .map(([text, statements, problem]) =>
    issue("#12", { title: text, url: text, labels: problem ? ["problem"] : [text], type: text, statements }),
  );

const anyLinks: fc.Arbitrary<readonly Link[]> = fc
  .array(fc.tuple(anyIssue, fc.array(anyIssue, { maxLength: 2 }), anyOrigin), { maxLength: 2 })
  .map((links) => links.map((parts) => link(...parts)));

const anyOverrides: fc.Arbitrary<PullRequestOverrides> = fc
  .tuple(
    anyForeignText,
    anyStatements,
    anyLinks,
    fc.constantFrom("judged", "opted-out", "labels", "titles", "authors", "base", "merged"),
  )
  .map(([text, says, links, kind]) => {
    const optOut = { grade: "stated", value: text, quote: text, place: { kind: "line", name: text, line: 1 } } as const;
    const pullRequest = {
      title: text,
      headBranch: text,
      labels: kind === "labels" ? [text] : [],
      baseBranch: kind === "base" ? text : "main",
      author: { login: text, kind: "user" } as const,
      ...(kind === "merged" ? { state: "merged" as const, mergedAt: noon } : {}),
    };
    const key = { tracker: text, key: text, url: template, place: "title", quote: text } as const;
    const external = { trackers: [text], links: kind === "labels" ? [] : [key] };
    return { pullRequest, says: kind === "opted-out" ? { ...says, optOut } : says, links, external };
  });

const template = "https://tracker.example/?id={key}";
/** An address that the team configured, with whatever was written as a key percent-encoded at its end. */
const ourLink = /^link_open https:\/\/tracker\.example\/\?id=[\w.%~-]*$/;

/** Everything that we would write on this pull request. */
function written(overrides: PullRequestOverrides, exempting: Readonly<Record<string, unknown>>): readonly string[] {
  const configured = settings({
    problems: { labels: ["problem"] },
    exemptions: exempting,
    rules: { "weighs-alternatives": { level: "advise" } },
  });
  const facts = pullRequestFacts({ ...overrides, policy: configured });
  const verdict = evaluate(facts, configured);
  const run = renderCheckRun(facts, verdict, configured);
  const candidates = [{ number: 7, title: facts.pullRequest.title }];
  const comments =
    verdict.kind === "judged"
      ? verdict.findings.map((one) =>
          renderPullRequestComment(one, { optOut: "anyone", commands: configured.commands, candidates }),
        )
      : [];
  return [run.summary, run.text, ...comments, renderSettledComment(titleOf(facts, verdict, configured))];
}

/** References of ours: to issues whose numbers GitHub gave. */
const ours = /^(acme\/shop)?#(12|7)$/;

/** HTML of ours: our marker, and the small print. */
const ourHtml = /^html_(block|inline) (<!-- outcome-link:sticky -->|<\/?sub>)$/;

function foreignParts(markdown: string): readonly string[] {
  return liveParts(markdown).filter((part) => !ours.test(part) && !ourHtml.test(part) && !ourLink.test(part));
}

describe("foreign text on a pull request", () => {
  test("never mentions, links, refers, closes, embeds or marks anything in what we write", () => {
    fc.assert(
      fc.property(
        anyOverrides,
        fc.constantFrom({}, { labels: ["*"] }, { titles: ["*"] }, { authors: ["*"] }, { base_branches: ["*"] }),
        (overrides, exempting) => {
          for (const text of written(overrides, exempting)) {
            expect(foreignParts(text)).toEqual([]);
            expect(text.length).toBeLessThanOrEqual(65_535);
            expect(text.isWellFormed()).toBe(true);
            expect(text.lastIndexOf(stickyMarker)).toBeLessThanOrEqual(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("leaves a row of the table a row of four cells", () => {
    fc.assert(
      fc.property(anyStatements, anyLinks, (says, links) => {
        const facts = pullRequestFacts({ says, links, policy: everything });
        const verdict = evaluate(facts, everything);
        const tokens = tokensOf(renderCheckRun(facts, verdict, everything).summary);
        const rows = tokens.filter(({ type }) => type === "tr_open").length;
        expect(rows).toBe(1 + (verdict.kind === "judged" ? verdict.findings.length : 0));
        expect(tokens.filter(({ type }) => type === "td_open")).toHaveLength((rows - 1) * 4);
      }),
      { numRuns: 200 },
    );
  });
});

test("foreign text in an issue stays dead in our comment on it", () => {
  fc.assert(
    fc.property(anyIssue, (subject) => {
      for (const finding of evaluateProblem(problemFacts(subject), everything)) {
        const text = renderProblemComment(finding);
        expect(foreignParts(text)).toEqual([]);
        expect(text.split(stickyMarker)).toHaveLength(2);
        expect(text.startsWith(stickyMarker)).toBe(true);
      }
    }),
  );
});

describe("an issue that fewer people can see", () => {
  test.each(["less-visible", "unreadable", "moved-away"] as const)("leaves nothing but the reference: %s", (kind) => {
    const overrides = { links: [deadLink("acme/secret#5", kind)] };
    const texts = written(overrides, {});
    expect(texts.join("\n")).toContain("`acme/secret#5` could not be read here.");
    const [differently] = written({ links: [deadLink("acme/secret#5", "less-visible")] }, {});
    expect(texts[0]).toBe(differently);
  });

  test("lists only 'linked' where the configuration names its repository", () => {
    const configured = settings({ problems: { repositories: ["acme/secret"] } });
    const facts = pullRequestFacts({ links: [hiddenLink("acme/secret#5")], policy: configured });
    const { title, summary } = renderCheckRun(facts, evaluate(facts, configured), configured);
    expect(title).toBe("The linked problem could not be read here");
    expect(summary).toContain("| links a problem | ✅&nbsp;yes | advised | Linked. |");
  });
});

test("a title, an address or an author of a linked issue is never repeated, whoever may see it", () => {
  const canary = "CANARY";
  const subject = issue("#12", {
    title: canary,
    url: `https://github.com/${canary}`,
    author: { login: canary, kind: "user" },
    labels: ["problem", canary],
    createdAt: minutesAgo(60),
  });
  expect(written({ links: [link(subject)] }, {}).join("\n")).not.toContain(canary);
});
