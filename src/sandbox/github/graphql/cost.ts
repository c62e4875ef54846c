import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";

/** `nodes` is what GitHub limits to 500,000; `points` is what it charges, at least 1. */
export type Cost = { nodes: number; points: number };
export const mostNodes = 500_000;

type Variables = Readonly<Record<string, unknown>>;
type Reading = { fragments: ReadonlyMap<string, FragmentDefinitionNode>; variables: Variables };
type Sum = { nodes: number; requests: number };

const nothing: Sum = { nodes: 0, requests: 0 };

/**
 * Counted as GitHub documents it, before anything runs: every connection is taken to be as full as its `first` or
 * `last` allows, and each needs one request for every thing that holds it; a hundred requests are a point.
 */
export function costOf(document: DocumentNode, selection: SelectionSetNode, variables: Variables): Cost {
  const fragments = new Map(
    document.definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each] as const),
  );
  const { nodes, requests } = sumOf(selection, 1, { fragments, variables });
  return { nodes, points: Math.max(1, Math.round(requests / 100)) };
}

function sumOf(selection: SelectionSetNode, holders: number, reading: Reading): Sum {
  const sums = selection.selections.map((each): Sum => {
    if (each.kind === Kind.INLINE_FRAGMENT) return sumOf(each.selectionSet, holders, reading);
    if (each.kind === Kind.FIELD) return sumOfField(each, holders, reading);
    const fragment = reading.fragments.get(each.name.value);
    return fragment === undefined ? nothing : sumOf(fragment.selectionSet, holders, reading);
  });
  return sums.reduce(plus, nothing);
}

function plus(a: Sum, b: Sum): Sum {
  return { nodes: a.nodes + b.nodes, requests: a.requests + b.requests };
}

function sumOfField(field: FieldNode, holders: number, reading: Reading): Sum {
  const size = boundOf(field, reading);
  const inside = field.selectionSet === undefined ? nothing : sumOf(field.selectionSet, holders * (size ?? 1), reading);
  return size === undefined ? inside : plus(inside, { nodes: holders * size, requests: holders });
}

function boundOf(field: FieldNode, { variables }: Reading): number | undefined {
  const bound = field.arguments?.find(({ name }) => name.value === "first" || name.value === "last")?.value;
  if (bound?.kind === Kind.INT) return Number(bound.value);
  const given = bound?.kind === Kind.VARIABLE ? variables[bound.name.value] : undefined;
  return typeof given === "number" ? given : undefined;
}
