import { graphqlError } from "./field.ts";

export type Slice = { first?: number | null; last?: number | null; after?: string | null; before?: string | null };

/** 100 at most at once, and never "all": GitHub wants `first` or `last`. */
const most = 100;

export function connect(
  items: readonly unknown[],
  args: Slice,
  extra: Record<string, unknown> = {},
): Record<string, unknown> {
  assertBounds(args);
  const from = args.after === undefined || args.after === null ? 0 : indexOf(args.after) + 1;
  const to = args.before === undefined || args.before === null ? items.length : indexOf(args.before);
  const start = typeof args.last === "number" ? Math.max(from, to - args.last) : from;
  const end = typeof args.first === "number" ? Math.min(to, from + args.first) : to;
  const nodes = items.slice(start, end);
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: cursorOf(start + index) })),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length === 0 ? null : cursorOf(start),
      endCursor: nodes.length === 0 ? null : cursorOf(end - 1),
    },
    ...extra,
  };
}

/** Where people ask for `totalCount` alone, GitHub wants no bounds. */
export function counting(args: Slice): Slice {
  return { ...args, first: args.first ?? (args.last === undefined || args.last === null ? 100 : null) };
}

/** Where it has no bounds, the number of things can be asked for, and nothing else. */
export function connectOrCount(items: readonly unknown[], args: Slice): Record<string, unknown> {
  if (typeof (args.first ?? args.last) === "number") return connect(items, args);
  const refuse = () => assertBounds(args);
  return { totalCount: items.length, nodes: refuse, edges: refuse, pageInfo: refuse };
}

function assertBounds({ first, last }: Slice): void {
  const size = first ?? last;
  if (size === undefined || size === null) {
    throw graphqlError(
      "MISSING_PAGINATION_BOUNDARIES",
      "You must provide a `first` or `last` value to properly paginate the connection.",
    );
  }
  if (size > most) {
    throw graphqlError(
      "EXCESSIVE_PAGINATION",
      `Requesting ${size} records on the connection exceeds the \`first\` limit of 100 records.`,
    );
  }
  if (size < 0) throw graphqlError("ARGUMENT_LIMIT", "`first` on the connection cannot be less than zero.");
}

function cursorOf(index: number): string {
  return Buffer.from(`cursor:${index}`).toString("base64");
}

function indexOf(cursor: string): number {
  const [, digits] = /^cursor:(\d+)$/.exec(Buffer.from(cursor, "base64").toString()) ?? [];
  if (digits === undefined)
    throw graphqlError("INVALID_CURSOR_ARGUMENTS", `\`${cursor}\` does not appear to be a valid cursor.`);
  return Number(digits);
}
