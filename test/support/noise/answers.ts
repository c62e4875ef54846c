/** Problem only: the next thing is asked for in the same comment. */
const darkness = `## Problem

People who plan in bed cannot look at the planner beside somebody who sleeps: the white page lights the whole room, so \
they stop planning.
`;

/**
 * The threads of the seed that lack something at some time of their lives, with what their authors write when they are
 * asked, step by step. Every other thread is good from its start to its end, or is never asked. With no step, the seed's
 * people say it in comments, or nobody ever does.
 */
export const answers: ReadonlyMap<number, readonly string[]> = new Map([
  [
    5,
    [
      `## Problem

People who cook from their phone put it down between two steps. When they pick it up again the recipe is back at its \
top, so they search for the step with floury hands.

## Evidence

- 11 of 16 cooks whom we watched scrolled back to the top at least twice.

## Hypothesis

We believe a marked step, for people who cook from their phone, will end the search because they see where they were.
We will know when steps back to the top move from 5 to 1 for each recipe within 4 weeks.
`,
    ],
  ],
  [6, []],
  [
    8,
    [
      darkness,
      `${darkness}
## Evidence

- 13 letters in winter ask how to make the page darker.

## Hypothesis

We believe a dark theme, for people who plan at night, will let them finish the plan because it wakes nobody.
We will know when plans that are given up after ten at night move from 40% to 25% within 4 weeks.
`,
    ],
  ],
  [9, []],
  [14, []],
  [
    19,
    [
      `Part of #1

We believe amounts that follow the table, for households of one, will let them finish what they cook because nothing is left over.
`,
    ],
  ],
  [
    20,
    [
      `Part of #1

We believe a menu on one page, for households with mixed diets, will lower the questions at the table because it hangs there.
`,
    ],
  ],
  [
    27,
    [
      `Part of #6

We believe a list that is fetched again, for couples who shop together, will lower double purchases because both see the same.
`,
    ],
  ],
  [
    28,
    [
      `Part of #5

We believe pages that turn by voice, for people who cook from their phone, will keep their place because they touch nothing.
`,
    ],
  ],
  [
    29,
    [
      "Part of #5\n",
      `Part of #7

We believe uses for half an egg, for households with guests, will lower leftovers because the second half has a place.
`,
    ],
  ],
  [30, []],
  [31, []],
  [32, []],
  [
    35,
    [
      `Part of #8

We believe a dark theme, for people who plan at night, will let them finish the plan because it wakes nobody.
`,
    ],
  ],
]);
