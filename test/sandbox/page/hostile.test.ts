import { describe, expect, it } from "vitest";
import { openPage } from "./open-page.ts";

const hostile = [
  `<script>alert(1)</script>`,
  `<img src=x onerror="alert(1)">`,
  `"><svg onload=alert(1)>`,
  `</textarea><iframe src="https://example.com"></iframe>`,
  `<sub onclick="alert(1)">small</sub>`,
  `<details ontoggle=alert(1) open><summary>x`,
  `<!-- --><style>body{display:none}</style>`,
  `![beacon](https://example.com/x.png)`,
  `[click](javascript:alert(1))`,
  `<a href="javascript:alert(1)">x</a>`,
];

/** Tags that the page itself draws; nothing that runs, loads or covers the page is among them. */
const drawn = new Set(
  (
    "html head meta title link body div p strong a form span button header nav main h1 h2 h3 section article ul ol li " +
    "details summary label input textarea select option datalist aside time code pre em del sub br svg path circle rect " +
    "table thead tbody tr th td blockquote hr s"
  ).split(" "),
);

function tagsOf(page: string): string[] {
  return [...page.matchAll(/<([a-z][\w-]*)([^>]*)>/gi)].map(([tag]) => tag);
}

describe("a hostile text on the page", () => {
  it.each(hostile)("is drawn as text wherever it stands: %s", async (text) => {
    const { github, shop, read } = openPage();
    const pullRequest = github.people.openPullRequest({ repository: shop, author: "eve", title: text, body: text });
    github.people.createLabel({ repository: shop, name: text.slice(0, 50), color: text, by: "ada", description: text });
    github.people.addLabel({ on: pullRequest, label: text.slice(0, 50), by: "ada" });
    github.people.comment({ on: pullRequest, body: text, by: "eve" });
    const checkRun = { name: text, conclusion: "neutral", output: { title: text, summary: text, text } } as const;
    github.people.reportCheckAsAnotherApp({
      repository: shop,
      sha: pullRequest.head.oid,
      slug: "other",
      run: checkRun,
    });
    for (const path of [`/pull/${pullRequest.number}`, "/pulls", "/configuration"]) {
      const page = await read(`/acme/shop${path}`);
      const tags = tagsOf(page);
      expect(tags.filter((tag) => !drawn.has(/^<([a-z\d]+)/i.exec(tag)?.[1]?.toLowerCase() ?? ""))).toEqual([]);
      expect(tags.filter((tag) => /\son\w+\s*=/i.test(tag.replaceAll(/"[^"]*"/g, '""')))).toEqual([]);
      expect(page).not.toMatch(/href="javascript:/i);
    }
  });

  it("loads nothing from elsewhere: the policy allows no script and no stranger's picture", async () => {
    const { get } = openPage();
    const policy = (await get("/acme/shop/pulls")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("script-src");
    expect(policy).toContain("img-src data:;");
  });
});

describe("Markdown on the page", () => {
  it.each([
    ["leaves HTML comments out", "Seen <!-- hidden --> too", "<p>Seen  too</p>"],
    ["leaves a comment out that is never closed", "Seen\n\n<!-- hidden", "<p>Seen</p>"],
    ["shows a comment that stands in code", "`<!-- shown -->`", "<code>&lt;!-- shown --&gt;</code>"],
    [
      "draws <sub> as the app writes it",
      "<sub>Configured by `a`.</sub>",
      "<p><sub>Configured by <code>a</code>.</sub></p>",
    ],
    ["leads references to the page", "Part of #1 and acme/shop#1", '<a href="/acme/shop/issues/1">#1</a>'],
    ["leads GitHub's addresses to the page", "https://github.com/acme/shop/pull/2#note", 'href="/acme/shop/pull/2"'],
    ["leaves references alone that lead nowhere", "Part of #77", "<p>Part of #77</p>"],
    ["leaves references in code alone", "`#1`", "<code>#1</code>"],
  ])("%s", async (_, body, expected) => {
    const { github, issue, read } = openPage();
    github.people.comment({ on: issue, body, by: "ada" });
    expect(await read("/acme/shop/issues/1")).toContain(expected);
  });
});
