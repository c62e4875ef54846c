import { builder, cook, taster, owner, passerBy, product, updateBot } from "./cast.ts";
import * as text from "./change-texts.ts";
import type { Moment, People } from "./moment.ts";

type Change = Parameters<People["openPullRequest"]>[0];

/** The pull requests, in the order of their numbers: #17 to #35. */
export const changes: readonly Moment[] = [
  opened(60, {
    author: cook,
    title: "Copy last week's menu into this one",
    head: "copy-week",
    body: text.copyLastWeek,
    files: { "src/planner/copy-week.ts": "export const copied = true;\n" },
  }),
  opened(12, {
    author: builder,
    title: "Show both phones the same shopping list",
    head: "live-list",
    body: text.liveList,
    files: { "src/list/live.ts": "export const live = true;\n" },
  }),
  opened(11, {
    author: cook,
    title: "Let cooks scale a recipe",
    head: "scale-recipe",
    body: text.scaling,
    files: { "src/recipe/scale.ts": "export const scale = 1;\n" },
  }),
  opened(10, {
    author: taster,
    title: "Print the menu on one page",
    head: "print-menu",
    body: text.unfilled,
    fork: "author",
    files: { "src/menu/print.css": "@page { size: A4 }\n" },
  }),
  opened(9, {
    author: cook,
    title: "Fold away recipes that somebody at the table does not eat",
    head: "fold-recipes",
    body: text.hideRecipes,
    files: { "src/planner/fold.ts": "export const folded = true;\n" },
  }),
  opened(8.5, {
    author: taster,
    title: "Count a shared ingredient once",
    head: "count-once",
    body: text.sumOnce,
    files: { "src/list/sum.ts": "export const sum = 600;\n" },
  }),
  opened(8, {
    author: updateBot,
    title: "Update table-layout to 4.1.2",
    head: "updates/table-layout-4.1.2",
    body: text.dependencyUpdate,
    labels: ["dependencies"],
    files: { "package.json": '{ "dependencies": { "table-layout": "4.1.2" } }\n' },
  }),
  opened(7, {
    author: builder,
    title: "Build on the new machine",
    head: "new-machine",
    body: text.newRunner,
    files: { ".github/workflows/build.yml": "runs-on: new-machine\n" },
  }),
  opened(6, {
    author: owner,
    title: "Show prices to the cent",
    head: "exact-prices",
    body: text.exactPrices,
    files: { "src/budget/prices.ts": "export const digits = 2;\n" },
  }),
  opened(5, {
    author: builder,
    title: "Remember the step where a cook stopped",
    head: "remember-step",
    body: text.stepMarker,
    files: { "src/recipe/step.ts": "export const step = 3;\n" },
  }),
  opened(4, {
    author: cook,
    title: "Fetch the list again when the app comes back",
    head: "refresh-list",
    body: text.refreshList,
    files: { "src/list/refresh.ts": "export const refresh = true;\n" },
  }),
  opened(3, {
    author: builder,
    title: "Turn pages by voice",
    head: "voice",
    body: text.voice,
    draft: true,
    files: { "src/recipe/voice.ts": "export const words = ['next', 'back'];\n" },
  }),
  opened(2, {
    author: passerBy,
    title: "Suggest what to do with half an egg",
    head: "half-an-egg",
    body: text.halfPortions,
    fork: "author",
    files: { "src/recipe/halves.ts": "export const halfAnEgg = '1 small egg';\n" },
  }),
  opened(1.9, {
    author: builder,
    title: "Sort the list by aisle",
    head: "by-aisle",
    body: text.byAisle,
    files: { "src/list/aisles.ts": "export const aisles = ['fruit', 'bread'];\n" },
  }),
  opened(1.8, {
    author: taster,
    title: "Keep the screen on while cooking",
    head: "keep-awake",
    body: text.keepAwake,
    files: { "src/recipe/awake.ts": "export const awake = true;\n" },
  }),
  opened(1.7, {
    author: builder,
    title: "Call a week a week",
    head: "rename-week",
    body: text.renameModule,
    files: { "src/week/index.ts": "export const days = 7;\n" },
  }),
  opened(1.6, {
    author: passerBy,
    title: "Print all seven days",
    head: "seven-days",
    body: text.sevenDays,
    fork: "author",
    files: { "src/menu/print.css": "@page { size: A4; margin: 1cm }\n" },
  }),
  opened(1.5, {
    author: cook,
    title: "One number for all who come on Saturday",
    head: "one-number",
    body: text.oneNumber,
    files: { "src/planner/guests.ts": "export const guests = 1;\n" },
  }),
  opened(1.4, {
    author: builder,
    title: "Draw the planner on a dark theme",
    head: "dark-theme",
    body: text.darkTheme,
    files: { "src/theme/dark.css": ":root { color-scheme: dark }\n" },
  }),
];

/** What people did with them afterwards. */
export const aftermath: readonly Moment[] = [
  said(58, 17, { by: builder, body: "Tried it with last week's plan. Two clicks, lovely." }),
  // Longer ago than its window of three weeks: somebody is asked at once.
  merged(46, 17),
  said(8.2, 22, { by: builder, body: "Could you add the lentils as a test?" }),
  merged(6, 22),
  merged(2.2, 26),
  said(1.85, 30, { by: builder, body: "/outcome link #6" }),
  said(1.75, 31, {
    by: owner,
    body: `/outcome hypothesis We believe a screen that stays on, for people who cook from their phone, will end the search for \
the step because the recipe stays where it was.`,
  }),
  said(1.65, 32, { by: cook, body: "/outcome skip Only names in the code change, no user will notice." }),
  said(1.6, 4, { by: taster, body: text.lentilsAgain }),
  said(1.55, 33, { by: passerBy, body: "/outcome chekc" }),
];

function merged(daysAgo: number, number: number): Moment {
  return { daysAgo, happens: (people) => people.mergePullRequest({ pullRequest: at(number), by: owner }) };
}

function said(daysAgo: number, number: number, given: { readonly by: string; readonly body: string }): Moment {
  return { daysAgo, happens: (people) => void people.comment({ on: at(number), ...given }) };
}

function opened(daysAgo: number, change: Omit<Change, "repository">): Moment {
  return { daysAgo, happens: (people) => void people.openPullRequest({ repository: product, ...change }) };
}

function at(number: number) {
  return { repository: product, number };
}
