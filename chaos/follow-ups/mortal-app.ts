import type { Logger } from "pino";
import type { Clock } from "pg-boss";
import type { Database, Statements } from "../../src/queue/database.ts";
import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { serve } from "../../src/serve.ts";
import type { Settings } from "../../src/settings.ts";
import { webhookPath } from "../../src/server/webhook-endpoint.ts";

/** The app in this process, so that its clock can be set, which can be ended like a process that is killed. */
export interface MortalApp {
  /** Resolves when everything is done that can be done now. Never, once it was killed. */
  readonly idle: () => Promise<void>;
  /** From this moment on neither its store nor GitHub answers it; what GitHub took already stays. */
  readonly kill: () => Promise<void>;
}

interface Given {
  readonly github: SimulatedGitHub;
  readonly store: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

export async function startMortalApp({ github, store, clock, log }: Given): Promise<MortalApp> {
  const api = await github.listen(0);
  const { database, kill } = mortal(store);
  const { id: appId, privateKey, webhookSecret } = github.app;
  const credentials = { appId, privateKey, webhookSecret };
  const own = { database, clock, recurring: "on", hostname: "127.0.0.1", log } as const;
  const app = await serve(settingsFor(api.url), credentials, own);
  github.webhooks.setTarget(`${app.url}${webhookPath}`);
  return {
    idle: () => app.runtime.queue.idle(),
    kill: async () => {
      kill();
      await api.close();
    },
  };
}

function settingsFor(apiUrl: string): Settings {
  return {
    credentials: null,
    port: 0,
    dataDir: "",
    databaseUrl: undefined,
    metrics: { host: "127.0.0.1", port: 0 },
    apiUrl,
    graphqlUrl: undefined,
    webUrl: "https://github.com",
    enterpriseServer: false,
    allowedBases: [],
    logLevel: "silent",
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}

/** What a killed process asks of its store is never answered; a transaction that is under way there ends. */
function mortal(store: Database): { readonly database: Database; readonly kill: () => void } {
  const life = { isOver: false };
  const asking = (statements: Statements): Statements["query"] => {
    return async (sql, params) => (life.isOver ? never() : thenUnlessOver(statements.query(sql, params)));
  };
  const thenUnlessOver = async <Result>(asked: Promise<Result>): Promise<Result> => {
    const result = await asked;
    return life.isOver ? never() : result;
  };
  const database: Database = {
    ...store,
    query: asking(store),
    ahead: { query: asking(store.ahead) },
    transaction: (work) => (life.isOver ? never() : thenUnlessOver(store.transaction(work))),
    migration: (work) => (life.isOver ? never() : thenUnlessOver(store.migration(work))),
  };
  return { database, kill: () => void (life.isOver = true) };
}
