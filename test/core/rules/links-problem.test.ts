import { describe, expect, test } from "vitest";
import type { ExternalLink } from "../../../src/core/facts/external-link.ts";
import type { Link, LinkTarget } from "../../../src/core/facts/link.ts";
import {
  belowHidden,
  deadLink,
  hiddenLink,
  issue,
  link,
  problemFacts,
  pullRequestFacts,
  settings,
} from "../../support/facts.ts";
import { answerOf, ask } from "./ask.ts";

function found(...links: readonly Link[]): string {
  return ask("links-problem", pullRequestFacts({ links }));
}

describe("a problem is linked", () => {
  test("in GitHub's development links", () => {
    expect(found(link(issue("#12")))).toBe("pass: #12, in GitHub's development links.");
  });

  test("by a command, and who gave it is named", () => {
    expect(found(link(issue("#12"), [], { kind: "command", by: "ada" }))).toBe(
      "pass: #12, linked by `ada` in a comment.",
    );
  });

  test("in the text, and the line is quoted", () => {
    const keyword = { kind: "keyword", quote: "Part of #12", closing: false } as const;
    expect(found(link(issue("#12"), [], keyword))).toBe("pass: #12, in the text: `Part of #12`.");
  });

  test("under a heading, which is named", () => {
    const heading = { kind: "heading", heading: "Which problem?", quote: "#12" } as const;
    expect(found(link(issue("#12"), [], heading))).toBe("pass: #12, under `Which problem?`: `#12`.");
  });

  test("elsewhere, and the reference says where", () => {
    expect(found(link(issue("acme/notes#5")))).toBe("pass: acme/notes#5, in GitHub's development links.");
  });

  test("that moved, from where it was written", () => {
    const { target } = link(issue("acme/notes#5"));
    const moved: LinkTarget = target.kind === "found" ? { ...target, moved: true } : target;
    expect(found({ ...link(issue("#12")), target: moved })).toContain(
      "acme/notes#5, in GitHub's development links, moved there from #12",
    );
  });

  test("as a parent of the linked issue, which is named too", () => {
    const facts = pullRequestFacts({ links: [link(issue("#12"), [issue("#3", { labels: ["problem"] })])] });
    const answer = ask("links-problem", facts, settings({ problems: { labels: ["problem"] } }));
    expect(answer).toBe("pass: #3, a parent of #12, in GitHub's development links.");
  });

  test.each([
    ["ada", "2026-03-02T00:30:00Z", true],
    ["ada", "2026-03-01T23:30:00Z", false],
    ["grace", "2026-03-02T09:00:00Z", false],
  ])("and the table says so when %s opened it at %s: %s", (login, opened, told) => {
    const problem = issue("#12", { author: { login, kind: "user" }, createdAt: new Date(opened) });
    expect(found(link(problem)).includes("opened by the same author on the same day")).toBe(told);
  });

  test("by an author whose account is gone, like its own", () => {
    const facts = pullRequestFacts({
      pullRequest: { author: null },
      links: [link(issue("#12", { author: null, createdAt: new Date("2026-03-02T09:00:00Z") }))],
    });
    expect(ask("links-problem", facts)).toBe("pass: #12, in GitHub's development links.");
  });

  test("though another link leads nowhere", () => {
    expect(found(deadLink("#9", "missing"), deadLink("#8", "unreachable"), link(issue("#12")))).toMatch(/^pass: #12/);
  });

  test("at a place that fewer people see, which the configuration lists: nothing else is said", () => {
    const facts = pullRequestFacts({ links: [hiddenLink("acme/secret#5")] });
    const answer = ask("links-problem", facts, settings({ problems: { repositories: ["acme/secret"] } }));
    expect(answer).toBe("pass: Linked.");
  });

  test("above an issue that everybody sees and that does not count itself: no more is said", () => {
    const facts = pullRequestFacts({ links: [belowHidden("#12")] });
    const policy = settings({ problems: { repositories: ["acme/secret"] } });
    expect(ask("links-problem", facts, policy)).toBe("pass: Linked.");
    expect(ask("states-hypothesis", facts, policy)).toMatch(/ The problem behind `#12` could not be read here\.$/);
  });

  test("but not where nothing that counts is at such a place", () => {
    expect(found(deadLink("acme/secret#5", "less-visible"))).toBe("unknown: `acme/secret#5` could not be read here.");
  });
});

describe("no problem is linked", () => {
  test("where nothing is named", () => {
    expect(found()).toBe(
      "fail: No link to an issue was found: neither in GitHub's development links nor in the text (words such as `Part of #12`).",
    );
  });

  test("where nothing is named on another branch, and why GitHub's own links are empty there", () => {
    const facts = pullRequestFacts({ pullRequest: { baseBranch: "release/2" } });
    expect(ask("links-problem", facts)).toMatch(
      /in the text \(.*\)\. \(GitHub keeps no development links .* the text counts\.\)$/,
    );
  });

  test.each([
    ["pull-request", "fail: `#9` is a pull request, not an issue."],
    ["missing", "fail: `#9` does not exist."],
    ["gone", "fail: `#9` was deleted."],
    ["less-visible", "unknown: `#9` could not be read here."],
    ["unreadable", "unknown: `#9` could not be read here."],
    ["moved-away", "unknown: `#9` could not be read here."],
    ["unreachable", "unknown: GitHub did not answer for `#9`; it is asked again."],
  ] as const)("where the link is %s", (kind, words) => {
    expect(found(deadLink("#9", kind))).toBe(words);
  });

  test.each([
    ["less-visible", "acme/secret#5", "unknown: A development link could not be read here."],
    ["unreadable", "acme/secret#5", "unknown: A development link could not be read here."],
    ["unreachable", "acme/secret#5", "unknown: GitHub did not answer for a development link; it is asked again."],
    ["unreadable", "#9", "unknown: `#9` could not be read here."],
  ] as const)("where a link of the sidebar alone is %s: %s, and another repository is not named", (kind, at, words) => {
    expect(found({ ...deadLink(at, kind), origins: [{ kind: "development" }] })).toBe(words);
  });

  test("and only what GitHub did not answer is asked again", () => {
    const [unreachable, unreadable] = (["unreachable", "unreadable"] as const).map((kind) =>
      answerOf("links-problem", pullRequestFacts({ links: [deadLink("#9", kind)] })),
    );
    expect(unreachable?.retry).toBe(true);
    expect(unreadable?.retry).toBeUndefined();
  });

  test("as long as one link may still be one, the answer is neither no nor yes", () => {
    expect(found(deadLink("#8", "missing"), deadLink("#9", "unreadable"))).toBe(
      "unknown: `#8` does not exist. `#9` could not be read here.",
    );
  });

  test("among more references than are looked up: the rest is counted, not listed", () => {
    const links = Array.from({ length: 12_000 }, (_, index) =>
      deadLink(`#${index + 1}`, index < 20 ? "missing" : "not-looked-up"),
    );
    const answer = found(...links);
    expect(answer).toMatch(/^unknown: `#1` does not exist\. .* 11980 more were not looked up: only the first 20/);
    expect(answer.length).toBeLessThan(1_000);
  });

  test.each([
    [
      { labels: ["problem", "pain"] },
      "`#12` is an issue, but has none of the labels or types that mark a problem here.",
    ],
    [{ types: ["Problem"] }, "`#12` is an issue, but has none of the labels or types that mark a problem here."],
    [{ repositories: ["acme/notes"] }, "`#12` is an issue of a repository whose issues do not count as problems here."],
    [{ state: "open" }, "`#12` is closed, and only open problems count here."],
  ])("where the linked issue does not count: %o", (problems, words) => {
    const facts = pullRequestFacts({ links: [link(issue("#12", { state: "closed" }))] });
    expect(ask("links-problem", facts, settings({ problems }))).toBe(`fail: ${words}`);
  });
});

test("a label that a stranger put on an issue of their own marks no problem here", () => {
  const own = issue("mallory/notes#3", { labels: ["problem"] });
  const facts = pullRequestFacts({ links: [link(own)] });
  expect(ask("links-problem", facts, settings({ problems: { labels: ["problem"] } }))).toBe(
    "fail: `mallory/notes#3` is an issue of another owner's repository, whose labels and types mark no problems here.",
  );
  const listing = settings({ problems: { labels: ["problem"], repositories: ["mallory/notes"] } });
  expect(ask("links-problem", facts, listing)).toMatch(/^pass/);
});

test("an issue is not asked for a problem of its own", () => {
  expect(ask("links-problem", problemFacts(issue("#12")))).toMatch(/^skip/);
});

describe("a key of a tracker outside GitHub", () => {
  const tracker = { tracker: "jira", url: "https://acme.example.com/browse/{key}", quote: "SHOP-12" } as const;

  function foundWith(external: Partial<ExternalLink>, links: readonly Link[] = []): string {
    const key = { ...tracker, key: "SHOP-12", place: "title", ...external } as const;
    return ask("links-problem", pullRequestFacts({ links, external: { trackers: ["jira"], links: [key] } }));
  }

  test("links, and is shown as not verified", () => {
    expect(foundWith({})).toBe(
      "pass: [`SHOP-12`](https://acme.example.com/browse/SHOP-12) of `jira` in the title (not verified).",
    );
    expect(foundWith({ place: "text", url: null })).toBe("pass: `SHOP-12` of `jira` in the text (not verified).");
  });

  test("stands beside a problem on GitHub", () => {
    expect(foundWith({ url: null }, [link(issue("#12"))])).toBe(
      "pass: #12, in GitHub's development links. Also `SHOP-12` of `jira` in the title (not verified).",
    );
  });

  test("counts where a link on GitHub does not", () => {
    expect(foundWith({ url: null }, [deadLink("#9", "missing")])).toMatch(/^pass: `SHOP-12`/);
  });

  test.each([
    ["](https://evil.example)", "%5D(https%3A%2F%2Fevil.example)"],
    ["a b/../c?d#e", "a%20b%2F..%2Fc%3Fd%23e"],
    ["`|<!--", "%60%7C%3C!--"],
    ["\ud800", "%EF%BF%BD"],
  ])("leads nowhere else, whatever somebody writes as a key: %j", (key, written) => {
    const answer = foundWith({ key });
    const address = /\]\((https:\/\/acme\.example\.com\/browse\/[^()\s]*)\) of `jira`/.exec(answer)?.[1] ?? "";
    expect(decodeURIComponent(address)).toBe(`https://acme.example.com/browse/${decodeURIComponent(written)}`);
    expect(address.slice("https://acme.example.com/browse/".length)).toMatch(/^[\w.%~-]*$/);
  });

  test("does not tell of a configuration that not everybody can read", () => {
    const hidden = { ...settings(), sources: settings().sources.map((one) => ({ ...one, visible: false })) };
    const links = [{ ...tracker, key: "SHOP-12", place: "title" }] as const;
    const facts = pullRequestFacts({ external: { trackers: ["jira"], links } });
    expect(ask("links-problem", facts, hidden)).toBe("pass: `SHOP-12` in the title (not verified).");
    const none = pullRequestFacts({ external: { trackers: ["jira"], links: [] } });
    expect(ask("links-problem", none, hidden)).toContain(", nor a key of another tracker in title or text.");
  });

  test("is shown with two more at most", () => {
    const links = [1, 2, 3, 4, 5].map((n) => ({ ...tracker, url: null, key: `SHOP-${n}`, place: "text" as const }));
    const facts = pullRequestFacts({ external: { trackers: ["jira"], links } });
    expect(ask("links-problem", facts)).toMatch(/`SHOP-3` of `jira` in the text, 2 more \(not verified\)\.$/);
  });

  test("is named among what was looked for, where there is none", () => {
    const facts = pullRequestFacts({ external: { trackers: ["jira", "help desk"], links: [] } });
    expect(ask("links-problem", facts)).toContain("), nor a key of `jira`, `help desk` in title or text.");
  });
});
