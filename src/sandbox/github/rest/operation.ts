import type { Json } from "../json.ts";
import type { Repository } from "../state/model.ts";
import type { Access, Caller, Need } from "../server/access.ts";
import type { World } from "../world.ts";

type Parameters = Readonly<Record<string, unknown>>;

export type RestRequest = {
  world: World;
  access: Access;
  caller: Caller;
  /** With pages in mind: the URL that was asked for. */
  url: URL;
  path: Parameters;
  query: Parameters;
  body: unknown;
};
export type RepositoryRequest = RestRequest & { repository: Repository };
export type RestAnswer = { status: number; body?: Json; headers?: Readonly<Record<string, string>> };

/**
 * One operation of GitHub's REST description. `run` is a method on purpose: its parameters are then compared both
 * ways, so each operation may name the parameters that the description has already checked for it.
 */
export type Operation =
  | { id: string; for: "app" | "installation"; run(request: RestRequest): RestAnswer }
  | { id: string; for: "repository"; needs: readonly Need[]; run(request: RepositoryRequest): RestAnswer };

export type Refused = { status: number; message: string; errors?: Json; headers?: Readonly<Record<string, string>> };

export class RestRefusal extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.message);
    this.refused = refused;
  }
}

export function refuse(status: number, message: string): RestRefusal {
  return new RestRefusal({ status, message });
}

export const notFound = (): RestRefusal => refuse(404, "Not Found");

export function ok(body: Json): RestAnswer {
  return { status: 200, body };
}
