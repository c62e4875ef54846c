import type { Reaction } from "../state/model.ts";
import { connect, counting, type Slice } from "./connection.ts";
import { actor, type Fields } from "./field.ts";

const reactionWords: Readonly<Record<Reaction["content"], string>> = {
  "+1": "THUMBS_UP",
  "-1": "THUMBS_DOWN",
  laugh: "LAUGH",
  confused: "CONFUSED",
  heart: "HEART",
  hooray: "HOORAY",
  rocket: "ROCKET",
  eyes: "EYES",
};

export function reactionsOf(reactions: readonly Reaction[], args: Slice & { content?: string | null }) {
  const nodes = reactions
    .filter((each) => typeof args.content !== "string" || reactionWords[each.content] === args.content)
    .map(({ id, nodeId, content, user, createdAt }) => ({
      id: nodeId,
      databaseId: id,
      content: reactionWords[content],
      user: actor(user),
      createdAt,
    }));
  return connect(nodes, counting(args));
}

interface Group {
  readonly content: string;
  readonly reactions: readonly Reaction[];
}

/** One for each kind there is, also where nobody reacted so. */
export function reactionGroupsOf(reactions: readonly Reaction[]): readonly Group[] {
  return Object.entries(reactionWords).map(([content, word]) => {
    return { content: word, reactions: reactions.filter((each) => each.content === content) };
  });
}

export const reactionGroup: Fields<Group> = {
  content: (source) => source.content,
  viewerHasReacted: ({ reactions }, _, { world }) => reactions.some(({ user }) => user === world.state.app.bot),
  reactors: (source, args: Slice) => {
    const people = source.reactions.map(({ user }) => actor(user));
    return connect(people, counting(args));
  },
};
