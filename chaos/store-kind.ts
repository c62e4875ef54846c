export const storeKinds = ["pglite", "postgres"] as const;

export type StoreKind = (typeof storeKinds)[number];
