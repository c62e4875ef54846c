import { z } from "zod";

/** The nodes of a GraphQL connection. GitHub leaves null where it may not show one, and for a whole connection too. */
export function connection<Node extends z.ZodType>(node: Node) {
  return z
    .object({ nodes: z.array(node.nullable()).nullish() })
    .nullish()
    .transform((value) => (value?.nodes ?? []).filter((one) => one !== null));
}

export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

export const date = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const visibility = z.enum(["PUBLIC", "INTERNAL", "PRIVATE"]).transform((word) => visibilities[word]);

const visibilities = { PUBLIC: "public", INTERNAL: "internal", PRIVATE: "private" } as const;
