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

/** Nothing is missing from the start. */
export const lateGuests = {
  title: "A guest more means doing the sums of the whole menu again",
  body: `## Problem

Households that cook for guests change how many sit at the table on the day itself. Each recipe has to be opened and \
scaled by hand, and the list no longer fits what is in the pot.

## Evidence

- 17 letters in spring ask how to "add one person to Saturday".
- In 44% of weeks with guests the number changes after the list was printed.

## Hypothesis

We believe one number for the whole evening, for households with guests, will lower the share of evenings with leftovers \
because every amount follows it.
We will know when evenings with leftovers move from 44% to 30% within 5 weeks.
`,
};

/** Says what to build, and not what anybody cannot do today. */
export const darkMode = {
  title: "Add a dark mode",
  body: `A dark theme with a switch in the settings. It should follow the system by default.
`,
};

/** The description says nothing; its author tells it in a comment. */
export const nightShifts = {
  title: "Night shifts do not fit into the week",
  body: "See title.\n",
  asked: "What do you do now when you come home in the morning?",
  answer: `I work nights every other week, and the planner only knows lunch and dinner. What I eat at four in the morning \
cannot be planned, so it is missing from the list and I buy it at the petrol station.

Evidence: I asked on my ward, and six of nine nurses keep a second list on paper for the same reason.

We believe a meal at any hour, for people on night shifts, will bring their second list into the planner because nothing \
is left that has no place.
We will know when weeks with a meal after midnight move from 0% to 10% within 6 weeks.
`,
};

/** As the issue form "User problem" writes it; nobody put a label on it. */
export const pantry = {
  title: "We buy what is still in the pantry",
  body: `### Who has this problem?

Households of four and more with a pantry that two people fill.

### What happens today?

They plan the week at the desk and cannot see what is on the shelf, so they buy rice while three bags are there. What \
was forgotten expires.

### How do you know?

In 12 of 20 kitchens that we visited, the same thing stood there three times or more.

### What do we believe would help?

We believe a list of what is there, for households with a pantry, will lower what they throw away because they see it \
while they plan.

### How will we know?

Expired packages per household move from 7 to 4 a month within 8 weeks.
`,
};

/** The same as the stale lists, told again; it is closed as that. */
export const twoBaskets = {
  title: "My wife and I always come home with two of everything",
  body: `We split the list in the shop and both bring the milk, because my phone does not know what hers has.

Every Saturday since March; last time it was milk, butter and six eggs too many.
`,
};

/** A problem that is told well, and that nobody here will work on. */
export const bankBalance = {
  title: "Students run out of money before the week is over",
  body: `## Problem

Students plan five dinners and can pay for three of them: the planner shows what a meal costs, not what is left.

## Evidence

8 of 15 students in the autumn talks stopped planning in the third week of the month.

## Hypothesis

We believe the balance beside the prices, for students, will keep them planning to the end of the month because they see \
what is left.
We will know when students who plan in the fourth week move from 47% to 70% within 8 weeks.
`,
};
