/** GitHub takes no longer body, in characters. */
const longest = 65_536;

interface NamedBody {
  readonly name: string;
  readonly body: string;
}

/** An ordinary long body, and shapes that make Markdown parsers or patterns slow. */
export function bodies(): readonly NamedBody[] {
  return [
    { name: "ordinary, 10 KiB", body: fill(ordinary, 10 * 1024) },
    { name: "ordinary, 64 KiB", body: fill(ordinary, longest) },
    { name: "prose in one paragraph, 64 KiB", body: fill("Shoppers cannot see the total before they pay. ", longest) },
    ...Object.entries(hostile).map(([name, unit]) => ({ name, body: fill(unit, longest) })),
  ];
}

function fill(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

const ordinary = `## What goes wrong

Shoppers on small screens cannot see the total before they pay, because the bar at the bottom covers it. They go back
and forth between the cart and the payment, and some of them give up.

- The bar is fixed and 80 pixels high.
- The total is the last line of the list, see \`cart.css\`.

## What changes

We move the total into the bar. Part of #12, see also acme/design#4.

| Screen | Before | After |
| --- | --- | --- |
| small | hidden | shown |
| large | shown | shown |

\`\`\`ts
const total = lines.reduce((sum, line) => sum + line.price, 0);
\`\`\`

`;

const hostile: Readonly<Record<string, string>> = {
  "quotes in quotes": "> ".repeat(50),
  brackets: "[",
  "links in links": "[a](",
  emphasis: "*a_ ",
  "backticks of growing length": Array.from({ length: 60 }, (_, length) => `${"`".repeat(length)}a`).join(" "),
  "comments that never end": "<!--",
  tags: "<a><b ",
  references: "#1 ",
  "closing references": "fixes #1, ",
  "lists in lists": Array.from({ length: 100 }, (_, depth) => `${" ".repeat(depth)}- a\n`).join(""),
  "table cells": "| ".repeat(200) + "\n" + "|-".repeat(200) + "\n",
  headings: "# a\n",
  fields: "Problem: a\n",
  believing: "we believe ",
  knowing: "we believe a will b because c. we will know when d moves from e to f within ",
  entities: "&amp;",
  "white space": " \t",
  "line ends": "\n",
  "verbs with their other half far away": "Problem können glauben schlägt ",
  // Those below were found by `npm run bench:worst`.
  "claims without a metric among fences": "\n```\nklappt we believe a will b because c ",
  "labels of one sign": ":\n\n",
  "lines of one sign": ":\n",
  "rows of a table": "\n|a|b|\n|-|-|\n|",
  "strong marks in front of tables": `${"\n**".repeat(35)} \n|a|b|\n|-|-|\n|`,
  "boxes with pictures and links":
    '\n* [ ] \r\n<img src="https://a/b.png">umbenannt <a href="https://github.com/a/b/issues/1">a</a>40% of users bleibt |\n|(',
  "strong marks among boxes": `\n- ${"\n**".repeat(40)}if you TypeError: x is not a function\n* [ ] `,
  "strong marks before tabs and underlines": `漢${"\n**".repeat(70)}\n*\n===\n\n\t_\n* [ ] `,
  "underlined addresses": "\n===\nhttps://app.shortcut.com/a/story/1\n**\ud800<summary>![![![![*",
};
