import { describe, expect, test } from "vitest";
import { parseBody } from "../../../../src/core/markdown/parse-body.ts";
import type { Subject } from "../../../../src/core/statements/prose/prose.ts";
import { readStatements } from "../../../../src/core/statements/read-statements.ts";
import { vocabularySchema } from "../../../../src/core/statements/vocabulary.ts";
import { show } from "../read.ts";

const vocabulary = vocabularySchema.parse({});

function evidenceOf(text: string, { kind = "issue", title = "The till fails" }: Partial<Subject> = {}): string {
  return show(readStatements({ kind, title, body: parseBody(text) }, { vocabulary, templates: [] }).evidence);
}

const fence = "```";

describe("code is evidence", () => {
  test.each([
    ["an error with its message", "TypeError: cart is not iterable"],
    ["an error behind a time", "2031-04-02 10:11:12 ERROR could not print the receipt"],
    ["an uncaught exception", "Uncaught InvalidVoucherException: voucher 12 was used"],
    ["a compiler's complaint", "src/till.ts:12:4 - error TS2304: Cannot find name 'cart'."],
    ["a linker's complaint", "ld: warning: till was built for another system"],
    ["a refused request", "HTTP/1.1 502 Bad Gateway"],
    ["a program that ended badly", "make: *** [till] exit status 2"],
    ["a signal", "received SIGSEGV in print()"],
    ["a package manager's error", "npm ERR! missing script: till"],
  ])("that is %s", (_what, line) => {
    expect(evidenceOf(`Today:\n\n${fence}\nopening till\n${line}\n${fence}`)).toBe(`stated: ${line}`);
  });

  test("that is a stack trace: the message is quoted before the frames", () => {
    const trace = 'Traceback (most recent call last):\n  File "till.py", line 3, in pay\nValueError: no cards left';
    expect(evidenceOf(`${fence}\n${trace}\n${fence}`)).toBe("stated: ValueError: no cards left");
    expect(evidenceOf(`${fence}\nfoo\n    at pay (till.js:3:1)\n${fence}`)).toBe("stated: at pay (till.js:3:1)");
  });

  test.each([
    ["said to reproduce it", "This reproduces it:"],
    ["said to be a minimal example", "Here is a minimal example:"],
    ["said to fail", "The following snippet fails when compiled:"],
    ["said to be what came out, where something is wrong", "Instead of a total, I get nothing back, it prints:"],
    ["under a heading for logs", "## Error log"],
  ])("that is %s", (_what, lead) => {
    expect(evidenceOf(`${lead}\n\n${fence}js\npay(cart, 2)\n${fence}`)).toBe("stated: pay(cart, 2)");
  });

  test.each([
    ["a proposal", "It could work like this:"],
    ["the use of what exists", "We use this action:"],
    ["an interface", "The new signature:"],
    ["an expected output", "Expected output:"],
    ["versions", "My package.json:"],
    ["nothing that is told", ""],
  ])("and is none where it shows %s", (_what, lead) => {
    expect(evidenceOf(`${lead}\n\n${fence}js\npay(cart, 2)\n${fence}`, { title: "Pay with two cards" })).toBe("absent");
  });

  test.each([
    ["a handler", "  except ValueError: pass"],
    ["a declaration", "class PrintError: Error {"],
    ["a thrown error", 'throw new Error("the till is closed")'],
    ["a field", "  error: string;"],
    ["a comment", "// Error: the till is closed, so wait"],
  ])("and is none where it only handles errors: %s", (_what, line) => {
    expect(evidenceOf(`Code today.\n\n${fence}\n${line}\n${fence}`, { title: "Till" })).toBe("absent");
  });

  test("and is none under a solution or a wish", () => {
    const log = `${fence}\nTypeError: cart is not iterable\n${fence}`;
    for (const heading of ["## Solution", "## Proposed solution", "## Expected behavior"]) {
      expect(evidenceOf(`${heading}\n\n${log}`)).toBe("absent");
    }
    expect(evidenceOf(`Solution: catch it.\n\n${log}`)).toBe("absent");
  });

  test("and is one under another label behind a wish", () => {
    const log = `${fence}\nTypeError: cart is not iterable\n${fence}`;
    expect(evidenceOf(`Expected: it opens.\n\nActual: it does not.\n\n${log}`)).toBe(
      "stated: TypeError: cart is not iterable",
    );
  });

  test("in a pull request only where it is said to be the trouble", () => {
    const log = `${fence}\nTypeError: cart is not iterable\n${fence}`;
    expect(evidenceOf(`## Test plan\n\n${log}`, { kind: "pull_request" })).toBe("absent");
    expect(evidenceOf(`I get this error:\n\n${log}`, { kind: "pull_request" })).toMatch(/^stated/);
    expect(evidenceOf(`## Motivation\n\n${log}`, { kind: "pull_request" })).toMatch(/^stated/);
  });
});

describe("steps are evidence", () => {
  test("that say where to go and what to press, also without a heading", () => {
    expect(evidenceOf("1. Open the till\n2. Press *Pay*\n3. The drawer stays shut")).toBe("stated: Open the till");
  });

  test("under any heading that asks how to reproduce it", () => {
    expect(evidenceOf("## How can it be reproduced?\n\nPay with a voucher that was used before")).toMatch(
      /^stated: Pay/,
    );
    expect(evidenceOf("## How can it be reproduced?\n\nN/A")).not.toMatch(/^stated/);
  });

  test.each([
    ["what to build", "1. Create the drawer module\n2. Replace the old one\n3. Update the docs"],
    ["tasks to tick", "- [ ] Open the till\n- [ ] Press pay"],
    ["steps under a solution", "## Solution\n\n1. Open the till\n2. Press *Pay*"],
    [
      "the steps of GitHub's own template",
      "1. Go to '...'\n2. Click on '....'\n3. Scroll down to '....'\n4. See error",
    ],
    ["what has to be done, where nothing is wrong", "1. Open the books\n2. Run the report\n3. Select the year"],
    ["a single step", "- Open the till\n\nThen it is fine."],
  ])("and not %s", (_what, text) => {
    expect(evidenceOf(text, { title: "Drawer module" })).toBe("absent");
  });
});

describe("a sentence is evidence", () => {
  test.each([
    "Last month 340 customers left at this page.",
    "43% of users who start never finish.",
    "It takes about 40 seconds to open a basket of 12 goods.",
    "Memory usage grows from 200 MB to 3 GB within a day.",
    "Analytics for March show 12 returns a day.",
    "In user interviews, four shopkeepers told us that they add up by hand.",
    "Usability testing revealed that nobody sees the button.",
    'Nothing is printed, only the message "could not open the drawer" appears, which is an error.',
    "It can easily be reproduced by paying with a voucher that was used.",
  ])("that tells something to check: %s", (sentence) => {
    expect(evidenceOf(`So far so good. ${sentence} Thanks.`)).toBe(`stated: ${sentence}`);
  });

  test("that quotes an error in code", () => {
    expect(evidenceOf("It fails with `TypeError: cart is not iterable`.")).toBe(
      "stated: It fails with TypeError: cart is not iterable.",
    );
  });

  test.each([
    ["an unsupported claim", "Many users want this, and everybody complains."],
    ["a version", "I use version 4.70.8 on Windows 11."],
    ["a limit", "The limit is 100 users at most."],
    ["a goal", "It should take less than 2 seconds for 1000 users."],
    ["a price", "It costs $40 for 2 months."],
    ["a year", "The till is from 2019."],
    ["a supposition", "For example, imagine 20 users in a shop."],
    ["a request", "Support 500 users in one shop."],
    ["a study to come", "We should conduct user interviews."],
    ["that it was not reproduced", "Sadly I could not reproduce it on the other till we have here."],
    ["something else behind a number", "Limits are capped at 100, orders come newest first."],
    ["a feature called survey", "The list only shows surveys of the shop."],
    ["a setting", "The width is 100% by default."],
  ])("and not where it tells %s", (_what, sentence) => {
    expect(evidenceOf(sentence, { title: "Till" })).toBe("absent");
  });

  test("but not where a pull request tells what it did", () => {
    expect(evidenceOf("Added 40 tests for 3 users.", { kind: "pull_request" })).toBe("absent");
  });
});

test("a form's own words ask for evidence and give none", () => {
  expect(evidenceOf("## Logs\n\nPlease attach any logs that may be helpful. Large ones may be cut.")).toMatch(
    /^template/,
  );
});

test("places tell the line", () => {
  const read = readStatements(
    { kind: "issue", title: "Till", body: parseBody("Hello.\n\nSee this.\n\nLast month 340 customers left here.") },
    { vocabulary, templates: [] },
  );
  expect(read.evidence).toMatchObject({
    place: { kind: "line", line: 5, name: "Last month 340 customers left here." },
  });
});

test.each([
  ["fenced", "Today:\n\n```\nError: no card left\n```"],
  ["indented", "Today:\n\n\n    Error: no card left"],
])("places tell the line of code that is %s", (_how, text) => {
  const read = readStatements({ kind: "issue", title: "Till", body: parseBody(text) }, { vocabulary, templates: [] });
  expect(read.evidence).toMatchObject({ grade: "stated", place: { line: 4 } });
});

test("a heading for evidence stands before what is found elsewhere; a hollow one does not", () => {
  expect(evidenceOf("It fails with `TypeError: no cart here`.\n\n## Evidence\n\n40 tickets")).toBe(
    "stated: 40 tickets",
  );
  expect(evidenceOf("It fails with `TypeError: no cart here`.\n\n## Evidence\n\nTBD")).toMatch(/^stated: It fails/);
});
