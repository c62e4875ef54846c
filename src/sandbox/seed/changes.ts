import { builder, cook, taster, owner, passerBy, product, updateBot } from "./cast.ts";
import * as text from "./change-texts.ts";
import type { Moment, People } from "./moment.ts";

type Change = Parameters<People["openPullRequest"]>[0];

/** The pull requests, in the order of their numbers: #7 to #19. */
export const changes: readonly Moment[] = [
  opened(22, {
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
];

/** What people did with them afterwards. */
export const aftermath: readonly Moment[] = [
  {
    daysAgo: 20,
    happens: (people) =>
      void people.comment({ on: at(7), by: builder, body: "Tried it with last week's plan. Two clicks, lovely." }),
  },
  { daysAgo: 9.2, happens: (people) => people.mergePullRequest({ pullRequest: at(7), by: owner }) },
  {
    daysAgo: 8.2,
    happens: (people) => void people.comment({ on: at(12), by: builder, body: "Could you add the lentils as a test?" }),
  },
];

function opened(daysAgo: number, change: Omit<Change, "repository">): Moment {
  return { daysAgo, happens: (people) => void people.openPullRequest({ repository: product, ...change }) };
}

function at(number: number) {
  return { repository: product, number };
}
