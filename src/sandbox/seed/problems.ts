import { builder, cook, taster, owner, passerBy, product, support } from "./cast.ts";
import * as issue from "./issue-texts.ts";
import type { Moment } from "./moment.ts";
import * as problem from "./problem-texts.ts";

/** The issues, in the order of their numbers: #1 to #16. */
export const problems: readonly Moment[] = [
  opened(125, { author: owner, labels: ["problem"], ...problem.mixedDiets }),
  opened(122, { author: cook, labels: ["feature"], ...problem.copyWeek }),
  opened(115, { author: cook, labels: ["feature"], ...problem.allergies }),
  opened(111, { author: taster, labels: ["bug"], ...problem.doubleCounting }),
  opened(105, { author: builder, labels: ["problem"], ...problem.losingThePlace }),
  opened(99, { author: owner, labels: ["problem"], ...problem.staleLists }),
  opened(95, { author: support, labels: ["problem"], ...problem.lateGuests }),
  opened(92, { author: cook, labels: ["problem"], ...problem.darkMode }),
  opened(89, { author: passerBy, labels: ["problem"], ...problem.nightShifts }),
  opened(86, { author: taster, labels: ["bug"], ...issue.cutSunday }),
  opened(83, { author: builder, ...issue.movePictures }),
  opened(80, { author: passerBy, ...issue.offline }),
  opened(77, { author: passerBy, ...problem.pantry }),
  opened(74, { author: passerBy, labels: ["problem"], ...problem.twoBaskets }),
  opened(71, { author: support, labels: ["problem"], ...problem.bankBalance }),
  opened(69, { author: support, labels: ["bug"], ...issue.umlauts }),
];

/** What people did with them afterwards. */
export const discussions: readonly Moment[] = [
  { daysAgo: 114.9, happens: (people) => people.setParent({ issue: at(3), parent: at(1), by: owner }) },
  said(98.6, 6, {
    by: taster,
    body: "Happened to us last Saturday as well: four litres of milk, and we are two people.",
  }),
  {
    daysAgo: 98.5,
    happens(people) {
      for (const by of [cook, builder, support, passerBy]) people.react({ on: at(6), by, content: "+1" });
    },
  },
  said(88.8, 9, { by: support, body: problem.nightShifts.asked }),
  said(88.2, 9, { by: passerBy, body: problem.nightShifts.answer }),
  said(79.9, 12, { by: support, body: "It does: open it once before you go down." }),
  { daysAgo: 79, happens: (people) => people.closeIssue({ issue: at(12), by: support }) },
  said(73.8, 14, { by: owner, body: "Thank you! Duplicate of #6" }),
  {
    daysAgo: 73.7,
    happens(people) {
      people.markAsDuplicate({ issue: at(14), of: at(6), by: owner });
      people.closeIssue({ issue: at(14), by: owner, reason: "duplicate" });
    },
  },
  { daysAgo: 70, happens: (people) => people.closeIssue({ issue: at(15), by: owner, reason: "not_planned" }) },
];

interface Opening {
  readonly author: string;
  readonly title: string;
  readonly body: string;
  readonly labels?: readonly string[];
}

function opened(daysAgo: number, { author, title, body, labels = [] }: Opening): Moment {
  return {
    daysAgo,
    happens: (people) => void people.openIssue({ repository: product, author, title, body, labels }),
  };
}

function said(daysAgo: number, number: number, given: { readonly by: string; readonly body: string }): Moment {
  return { daysAgo, happens: (people) => void people.comment({ on: at(number), ...given }) };
}

function at(number: number) {
  return { repository: product, number };
}
