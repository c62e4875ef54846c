import { builder, cook, taster, owner, product } from "./cast.ts";
import type { Moment, People } from "./moment.ts";
import { allergies, copyWeek, doubleCounting, losingThePlace, mixedDiets, staleLists } from "./problem-texts.ts";

/** The issues, in the order of their numbers: #1 to #6. */
export const problems: readonly Moment[] = [
  { daysAgo: 38, happens: (people) => open(people, { author: owner, labels: ["problem"], ...mixedDiets }) },
  { daysAgo: 37, happens: (people) => open(people, { author: cook, labels: ["feature"], ...copyWeek }) },
  {
    daysAgo: 34,
    happens(people) {
      open(people, { author: cook, labels: ["feature"], ...allergies });
      people.setParent({ issue: at(3), parent: at(1), by: owner });
    },
  },
  { daysAgo: 31, happens: (people) => open(people, { author: taster, labels: ["bug"], ...doubleCounting }) },
  { daysAgo: 27, happens: (people) => open(people, { author: builder, labels: ["problem"], ...losingThePlace }) },
  { daysAgo: 24, happens: (people) => open(people, { author: owner, labels: ["problem"], ...staleLists }) },
  {
    daysAgo: 23.6,
    happens: (people) =>
      void people.comment({
        on: at(6),
        by: taster,
        body: "Happened to us last Saturday as well: four litres of milk, and we are two people.",
      }),
  },
];

type Opening = { author: string; title: string; body: string; labels: readonly string[] };

function open(people: People, issue: Opening): void {
  people.openIssue({ repository: product, ...issue });
}

function at(number: number) {
  return { repository: product, number };
}
