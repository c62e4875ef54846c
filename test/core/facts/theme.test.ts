import { describe, expect, test } from "vitest";
import { problemPolicySchema } from "../../../src/core/facts/problem-policy.ts";
import type { Theme } from "../../../src/core/facts/theme.ts";
import { findTheme, themeIssue, themeLabel, themesSchema } from "../../../src/core/facts/theme.ts";
import { issue, reference } from "../../support/facts.ts";

const shop = { owner: "acme", name: "shop" };
const onboarding: Theme = { name: "Onboarding", issue: "#4" };
const speed: Theme = { name: "Speed", label: "area: speed", issue: "acme/plans#9" };

function fit(...line: Parameters<typeof findTheme>[0]): string | null {
  return fitListing([], ...line);
}

function fitListing(repositories: readonly string[], ...line: Parameters<typeof findTheme>[0]): string | null {
  const policy = problemPolicySchema.parse({ repositories });
  const found = findTheme(line, [onboarding, speed], { repository: shop, policy });
  return found === null ? null : `${found.theme.name} by ${found.by} of ${found.on.reference.number}`;
}

test("owners of managed accounts have an underscore", () => {
  const themes = themesSchema.parse([{ name: "Speed", issue: "ada_acme/plans#9" }]);
  expect(themes.map((theme) => themeIssue(theme, shop))).toEqual([reference("ada_acme/plans#9")]);
});

test("a theme has the label that is set, else one of its name", () => {
  expect([onboarding, speed].map(themeLabel)).toEqual(["theme: onboarding", "area: speed"]);
});

test("a theme's issue stands where it says, else in the repository that is looked at", () => {
  expect(themeIssue(onboarding, shop)).toEqual(reference("#4"));
  expect(themeIssue(speed, shop)).toEqual(reference("acme/plans#9"));
  expect(themeIssue({ name: "Trust" }, shop)).toBeNull();
});

describe("a problem is under a theme", () => {
  test("by its label, whatever the case", () => {
    expect(fit(issue("#12", { labels: ["bug", "Theme: Onboarding"] }))).toBe("Onboarding by label of 12");
  });

  test("by an issue above it, or when it is that issue", () => {
    expect(fit(issue("#12"), issue("#13"), issue("#4"))).toBe("Onboarding by issue of 4");
    expect(fit(issue("#12"), issue("ACME/Plans#9"))).toBe("Speed by issue of 9");
    expect(fit(issue("#4"))).toBe("Onboarding by issue of 4");
  });

  test("by the nearest, and of one issue's by the first that is configured", () => {
    expect(fit(issue("#12", { labels: ["area: speed"] }), issue("#4"))).toBe("Speed by label of 12");
    expect(fit(issue("#12", { labels: ["area: speed", "theme: onboarding"] }))).toBe("Onboarding by label of 12");
  });

  test("by a label of another owner's issue only where that repository is listed: anybody has labels of their own", () => {
    const elsewhere = issue("mallory/notes#3", { labels: ["theme: onboarding"] });
    expect(fit(elsewhere)).toBeNull();
    expect(fit(elsewhere, issue("ACME/plans#9"))).toBe("Speed by issue of 9");
    expect(fitListing(["Mallory/Notes"], elsewhere)).toBe("Onboarding by label of 3");
    expect(fit(issue("Acme/notes#3", { labels: ["theme: onboarding"] }))).toBe("Onboarding by label of 3");
  });

  test("and under none otherwise: not by an equal number elsewhere, not by a part of a label", () => {
    expect(fit(issue("#12"), issue("acme/plans#4"), issue("#9"))).toBeNull();
    expect(fit(issue("#12", { labels: ["theme: onboarding, later", "onboarding", "theme: speed"] }))).toBeNull();
    expect(fit()).toBeNull();
  });
});

test.each([
  "4",
  "#0",
  "acme#4",
  "acme/shop/4",
  "https://github.com/acme/shop/issues/4",
  "#99999999999",
  "../x#4",
  "acme/shop.git#4",
])("%s names no issue of a theme", (written) => {
  expect(themesSchema.safeParse([{ name: "Speed", issue: written }]).success).toBe(false);
});

test.each([
  [[{ name: "Speed" }, { name: "speed" }], false],
  [[{ name: "Speed" }, { name: "Haste", label: "Theme: Speed" }], false],
  [[{ name: "Speed", label: "fast" }, { name: "Speed" }], true],
])("no label stands for two themes: %j", (themes, valid) => {
  expect(themesSchema.safeParse(themes).success).toBe(valid);
});
