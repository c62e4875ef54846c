import type { Account, Permissions, Repository } from "./model.ts";

/** The app in one account: where it reaches, and what it was granted there. */
export type Installation = {
  id: number;
  account: Account;
  repositorySelection: "all" | "selected";
  selected: Set<Repository>;
  permissions: Permissions;
  events: readonly string[];
  createdAt: string;
  updatedAt: string;
  suspendedAt: string | null;
  suspendedBy: Account | null;
};
