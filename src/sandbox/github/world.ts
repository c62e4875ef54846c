import { assertWebhook, describedWebhooks } from "./description.ts";
import type { JsonObject } from "./json.ts";
import { presentAccount, presentOrganization } from "./present/account.ts";
import type { Presenting } from "./present/issue.ts";
import { presentRepository } from "./present/repository.ts";
import type { Site } from "./present/site.ts";
import type { Installation } from "./state/installation.ts";
import type { Account, Repository } from "./state/model.ts";
import { installationFor, type State } from "./state/state.ts";
import { type Outbox, post } from "./webhooks/outbox.ts";

/** What every act in the simulation needs: the state, the clock, and where webhooks leave. */
export type World = { state: State; now: () => Date; site: Site; outbox: Outbox; copies: Copies };

/** GraphQL answers from copies: comments younger than this are not on them yet. REST lists them at once, unless it is given otherwise. */
export type Copies = { behindMs: number; listsBehindMs: number };

export type RepositoryEvent = {
  event: string;
  action?: string;
  repository: Repository;
  sender: Account;
  /** Made only when somebody gets it: a payload is big. */
  payload: () => JsonObject;
};

export function timestamp(world: World): string {
  return world
    .now()
    .toISOString()
    .replace(/\.\d{3}Z$/, "Z");
}

export function presenting(world: World): Presenting {
  return { site: world.site, app: world.state.app };
}

/** Something happened in a repository: the app hears of it if it is installed there, not suspended and subscribed. */
export function emit(world: World, happened: RepositoryEvent): void {
  const installation = installationFor(world.state, happened.repository);
  if (installation === undefined || installation.suspendedAt !== null) return;
  if (!installation.events.includes(happened.event)) return;
  const { owner } = happened.repository;
  deliver(world, installation, {
    event: happened.event,
    action: happened.action ?? null,
    repository: happened.repository,
    payload: {
      ...happened.payload(),
      repository: presentRepository(world.site, happened.repository),
      ...(owner.kind === "Organization" ? { organization: presentOrganization(world.site, owner) } : {}),
      installation: { id: installation.id, node_id: `MDIz${installation.id}` },
      sender: presentAccount(world.site, happened.sender),
    },
  });
}

/** Events of the installation itself reach every app: they cannot be subscribed to, nor left out. */
export function emitInstallation(
  world: World,
  installation: Installation,
  happened: { event: string; action: string; payload: JsonObject },
): void {
  deliver(world, installation, { ...happened, repository: null });
}

type Addressed = { event: string; action: string | null; repository: Repository | null; payload: JsonObject };

function deliver(world: World, installation: Installation, addressed: Addressed): void {
  const { event, action, repository } = addressed;
  const payload = action === null ? addressed.payload : { action, ...addressed.payload };
  const name = [event, action]
    .filter((each) => each !== null)
    .join("-")
    .replaceAll("_", "-");
  if (!describedWebhooks.includes(name)) throw new Error(`Add ${name} to scripts/simulated-parts.ts`);
  assertWebhook(name, payload);
  post(world.outbox, {
    event,
    action,
    payload,
    installationId: installation.id,
    repositoryId: repository?.id ?? null,
    createdAt: world.now().toISOString(),
  });
}
