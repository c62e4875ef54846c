/** A problem with all its parts; #3 is one of its sub-issues. */
export const mixedDiets = {
  title: "Planning a week for a table with mixed diets takes a whole evening",
  body: `## Problem

Whoever plans for a table where one person eats no meat and another no nuts checks every recipe by hand. They open each \
one, read the ingredients, go back, and start again.

## Evidence

- 14 of the 22 households in our spring survey name this as the reason why they stopped planning.
- "I spend Sunday evening reading labels instead of cooking." (survey, answer 9)
- Weeks with two diets are left half planned in 61% of cases; weeks with one diet in 18%.

## Hypothesis

We believe recipes that say at once who at the table can eat them, for households with more than one diet, will let them \
finish the plan in one sitting because they no longer open recipes that fall out anyway.
We will know when weeks with two diets that are left half planned move from 61% to 35% within 6 weeks.
`,
};

export const copyWeek = {
  title: "Copy last week's menu",
  body: `Many of us eat much the same every week. Building the same plan again from nothing is a chore, and it is the first \
thing people ask for when I show them the planner.

Copying a week and changing two meals would be enough.
`,
};

/** No hypothesis of its own: its parent's counts. */
export const allergies = {
  title: "Mark what a person at the table does not eat",
  body: `Part of the work on mixed diets: each person at the table gets a list of ingredients to leave out, and the planner \
knows about it.
`,
};

export const doubleCounting = {
  title: "The shopping list counts an ingredient twice when two recipes share it",
  body: `**What I did:** planned lentil soup and lentil salad for the same week.

**What I expected:** 600 g of lentils on the list, once.

**What happened:** 600 g of lentils, twice. I bought both.
`,
};

/** A problem that nobody can check yet: evidence is asked for. */
export const losingThePlace = {
  title: "Cooks lose their place in long recipes",
  body: `## Problem

People who cook from their phone put it down between two steps. When they pick it up again the screen has turned off and \
the recipe is back at its top, so they search for the step with floury hands.
`,
};

/** Problem and evidence, but no hypothesis yet. */
export const staleLists = {
  title: "Two people in the shop buy the same things",
  body: `## Problem

Couples shop together and split up at the door. Each sees the list as it was when they opened it, so both fetch the milk.

## Evidence

- 9 messages to support in May, all from shared households.
- In 31% of shared shopping trips at least one item is ticked off by both phones.
`,
};
