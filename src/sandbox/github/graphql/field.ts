import { GraphQLError } from "graphql";
import { type Caller, canSee, may, type Need } from "../server/access.ts";
import type { Account, Repository } from "../state/model.ts";
import type { Cost } from "./cost.ts";
import type { World } from "../world.ts";

export type GraphqlContext = { world: World; caller: Caller; cost: Cost };
export type Arguments = Readonly<Record<string, unknown>>;

/**
 * How one field of a type is answered. A method's parameters are compared both ways, so each resolver may name the
 * source and the arguments that the schema has already checked for it.
 */
type Resolving<Source> = { resolve(source: Source, args: Arguments, context: GraphqlContext): unknown };
export type Fields<Source> = Readonly<Record<string, Resolving<Source>["resolve"]>>;
export type Registry = Readonly<Record<string, Fields<never>>>;

export class NotSimulated extends Error {}

export function graphqlError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

export function forbidden(): GraphQLError {
  return graphqlError("FORBIDDEN", "Resource not accessible by integration");
}

export function demand(context: GraphqlContext, repository: Repository, needs: readonly Need[]): void {
  if (!may(context.caller, repository, needs)) throw forbidden();
}

/** Things in repositories out of sight are left out, not named. */
export function inSight<T extends { repository: Repository }>(context: GraphqlContext, items: readonly T[]): T[] {
  return items.filter((each) => canSee(context.caller, each.repository));
}

/** Nobody stands for a deleted user. */
export function actor(account: Account | null): Account | null {
  return account === null || account.deleted ? null : account;
}

export function upper(word: string): string {
  return word.toUpperCase().replaceAll("-", "_");
}
