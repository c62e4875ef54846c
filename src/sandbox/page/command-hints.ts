import type { Issue } from "../github/state/model.ts";
import type { Item } from "./view.ts";

export interface CommandHint {
  readonly text: string;
  /** What it is good for, for who has never seen it. */
  readonly does: string;
}

type Hinted = Pick<Item, "kind" | "repository" | "labels">;

const check: CommandHint = { text: "/outcome check", does: "looks again" };
const help: CommandHint = { text: "/outcome help", does: "lists them all" };

const anywhere: readonly CommandHint[] = [
  check,
  {
    text: "/outcome hypothesis We believe a bigger list for couples will spare them double purchases because each sees both baskets.",
    does: "says what we believe",
  },
  help,
];

/** Words that fit whatever was merged. */
const answers: readonly CommandHint[] = [
  { text: "/outcome validated Since then nobody has written to us about it.", does: "it helped" },
  { text: "/outcome invalidated People tried it once, and went back to the old way.", does: "it did not" },
  { text: "/outcome inconclusive Too few people met it to tell.", does: "nobody can tell" },
  { text: "/outcome snooze 2 weeks", does: "asks later" },
];

/**
 * What a visitor may try, with words that fit the product to play with. Written out here because the page knows nothing
 * of the app; a test holds it against the commands that there are.
 */
export function commandHints(item: Hinted): readonly CommandHint[] {
  if (isFollowedUp(item)) return [...answers, check, help];
  if (item.kind === "Issue") return anywhere;
  const number = firstProblem(item)?.number ?? 1;
  return [
    { text: `/outcome link #${number}`, does: "adds a problem" },
    { text: `/outcome unlink #${number}`, does: "takes it away" },
    { text: "/outcome skip Only our own builds change, no user will notice.", does: "opts out" },
    { text: "/outcome unskip", does: "takes that back" },
    ...anywhere,
  ];
}

/** By its labels, as a reader tells it. */
function isFollowedUp({ labels }: Hinted): boolean {
  return labels.some(({ name }) => name.startsWith("outcome: ") && name !== "outcome: board");
}

function firstProblem({ repository }: Pick<Item, "repository">): Issue | undefined {
  return [...repository.items.values()]
    .filter((each) => each.kind === "Issue")
    .find(({ state, labels }) => state === "open" && labels.some(({ name }) => name === "problem"));
}
