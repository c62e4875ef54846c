import { pullRequestTemplate } from "./files.ts";
import { interviews } from "./cast.ts";

export const copyLastWeek = `Closes #2

We believe copying last week's menu, for households that already planned one week, will bring them back for a second \
one because the plan starts nearly finished.
We will know when households that plan a second week move from 38% to 50% within 3 weeks.

The copy leaves out what was moved to another week.
`;

export const liveList = `Closes #6

## Hypothesis

We believe a list that shows at once what the other one ticked off, for couples who shop together, will spare them \
double purchases because each sees what is already in the other basket.
We will know when shared trips with an item ticked off twice move from 31% to 10% within 4 weeks.

## How to try it

Open the same list in two windows and tick something off in one of them.
`;

/** Names no problem at all. */
export const scaling = `Adds a small stepper above the ingredients. Amounts follow, and fractions are rounded to what a kitchen scale can \
show.
`;

export const unfilled = pullRequestTemplate;

/** Its hypothesis stands in the parent of #3. */
export const hideRecipes = `Part of #3

Recipes with an ingredient that somebody at the table does not eat are folded away, with a line that says why and for \
whom. One click brings them back.
`;

export const sumOnce = `Fixes #4

Amounts were added per recipe before they were merged by ingredient. They are merged first now.
`;

/** By its author, who may not write there, before anybody asked. */
export const lentilsAgain = `/outcome validated Planned the same two meals again and bought 600 g. Nobody wrote to us about double \
amounts since.`;

export const newRunner = `The old build machine is switched off at the end of the month.

No outcome: only our own builds change, nobody who plans a meal will notice.
`;

/** The problem stands in a repository that fewer people may read than this one. */
export const exactPrices = `Part of ${interviews}#1

We believe exact prices, for households that keep their own accounts, will make them trust the budget page because its \
sums match theirs.
`;

export const stepMarker = `Part of #5

Exploring: do cooks come back to the step where they stopped, or to the list of ingredients?

A first version that remembers both and counts which one is opened. It goes to a tenth of the households for a week.
`;

/** Links and tells a problem, in a sentence of its own, but not what the change is believed to do about it. */
export const refreshList = `Part of #6

After the app was in the background, cooks still see a stale list and buy what the other one already has. It is fetched \
again when the app comes back to the front.
`;

export const voice = `Part of #5

First sketch. Only English so far, and it hears the extractor hood.
`;

/** #19 is a pull request, not an issue. */
export const halfPortions = `Part of #19

Half an egg is shown as "1 small egg". The table of such replacements is in one file.
`;

export const dependencyUpdate = `Updates \`table-layout\` from 4.1.0 to 4.1.2.

- Fixes a column that was one pixel too wide.
`;

/** Its problem is named in a comment. */
export const byAisle = `Groups what stands in the same aisle of the shop, in the order in which the aisles were walked last time.

We believe a list in the order of the aisles, for couples who shop together, will lower what both fetch because each takes \
one half of the shop.
`;

/** What is believed is said in a comment, by somebody who may write. */
export const keepAwake = `Part of #5

The screen stays on while a recipe is open and the phone is charging or above 30%.
`;

/** Opted out in a comment. */
export const renameModule = `\`menu\` was two things, a week and a navigation bar. The week is called \`week\` from now on.
`;

/** Good as it is; the command below it is mistyped. */
export const sevenDays = `Fixes #10

The last row was a pixel higher than the page.
`;

/** Everything in one block. */
export const oneNumber = `Part of #7

\`\`\`outcome
we believe: one number for the whole evening
for: households with guests
will: lower the share of evenings with leftovers
because: every amount follows it
metric: evenings with leftovers
from: 44 %
to: 30 %
within: 5 weeks
\`\`\`
`;

/** Names no problem, though #8 looks much like it. */
export const darkTheme = `The theme follows the system. A switch in the settings turns it dark by day too.
`;
