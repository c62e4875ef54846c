import { createPrivateKey } from "node:crypto";
import { resolve } from "node:path";
import { z } from "zod";
import type { DefinedMetrics } from "./config/metrics-file.ts";
import type { RepositoryName } from "./core/facts/reference.ts";
import { parseRepositoryName } from "./core/facts/repository-name.ts";
import { loadMetrics } from "./open-metrics.ts";

/** What an operator sets in the environment. */
export interface Settings {
  /** Null: no credentials, so the sandbox. */
  readonly credentials: Credentials | null;
  readonly port: number;
  readonly dataDir: string;
  /** The PostgreSQL server's database to keep the store in, instead of the embedded one in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Where the figures for operators are served: nothing that strangers should reach. */
  readonly metrics: { readonly host: string; readonly port: number };
  /** "https://api.github.com", "https://api.SUBDOMAIN.ghe.com", or "https://HOST/api/v3" for GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** Where GraphQL is, if not beside `apiUrl`. */
  readonly graphqlUrl: string | undefined;
  /** Where GitHub's pages are: links in texts are compared with it. */
  readonly webUrl: string;
  /** Its schema lacks fields that github.com has. */
  readonly enterpriseServer: boolean;
  /** Repositories of any owner that configurations may build on, besides those of the same owner. */
  readonly allowedBases: readonly RepositoryName[];
  /** The metrics of METRICS_FILE; none in the sandbox, which asks nobody. */
  readonly defined?: DefinedMetrics | undefined;
  readonly logLevel: string;
}

export interface Credentials {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** The one from before, while GitHub and the app do not change theirs at the same moment. */
  readonly previousWebhookSecret?: string | undefined;
}

const url = z.url({ protocol: /^https?$/, error: "must be a URL such as https://HOST/api/v3" });

const port = z.coerce.number({ error: "must be a port number" }).int().min(0).max(65_535);

/** In characters. Whoever guesses the secret can make the app believe anything. */
const SHORTEST_SECRET = 32;

const howToMakeOne = "make one with `openssl rand -hex 32`, and set the same in the app's settings on GitHub";

const strongSecret = z
  .string()
  // Probot takes this one where none is set, so everybody knows it.
  .refine((text) => text !== "development", { abort: true, error: `must not be "development": ${howToMakeOne}` })
  .min(SHORTEST_SECRET, { error: `must have at least ${SHORTEST_SECRET} characters: ${howToMakeOne}` });

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const postgresUrl = z.url({
  protocol: /^postgres(?:ql)?$/,
  // Without what was given: a password may be in it.
  error: "must be the URL of a PostgreSQL database, such as postgres://USER:PASSWORD@HOST/NAME",
});

/** Every variable that is read. */
export const environment = z.object({
  APP_ID: z.coerce.number({ error: "must be the app's number" }).int().positive().optional(),
  PRIVATE_KEY: z.string().optional(),
  WEBHOOK_SECRET: strongSecret.optional(),
  WEBHOOK_SECRET_PREVIOUS: strongSecret.optional(),
  PORT: port.default(3000),
  METRICS_PORT: port.default(9464),
  METRICS_HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: postgresUrl.optional(),
  GITHUB_API_URL: url.default("https://api.github.com"),
  GITHUB_GRAPHQL_URL: url.optional(),
  ALLOWED_BASES: z.string().default("").transform(readNames),
  METRICS_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` }).default("info"),
});

/** Names of repositories with commas or spaces between them. */
function readNames(list: string, context: z.core.$RefinementCtx<string>): readonly RepositoryName[] {
  return list.split(/[\s,]+/).flatMap((text) => {
    if (text === "") return [];
    const name = parseRepositoryName(text);
    if (name !== null) return [name];
    const message = `must be names of repositories (OWNER/REPO) with commas between them, and "${text}" is none`;
    context.addIssue({ code: "custom", message });
    return [];
  });
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Throws one sentence for each variable that cannot be used. An empty variable counts as not set. */
function read<Schema extends z.ZodType>(schema: Schema, variables: Variables): z.output<Schema> {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== "");
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; "));
}

const storeVariables = environment.pick({ DATA_DIR: true, DATABASE_URL: true });

/** Where the store is, for who needs nothing else. Throws as `readSettings` does. */
export function readStore(variables: Variables): StorePlace {
  return storeOf(read(storeVariables, variables));
}

type StorePlace = Pick<Settings, "databaseUrl" | "dataDir">;

function storeOf({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir }: z.output<typeof storeVariables>): StorePlace {
  return { databaseUrl, dataDir: resolve(dataDir) };
}

/** Reads the environment; throws one sentence for each variable that cannot be used. */
export function readSettings(variables: Variables): Settings {
  const data = read(environment, variables);
  const apiUrl = data.GITHUB_API_URL.replace(/\/+$/, "");
  const credentials = readCredentials(data);
  const { METRICS_FILE: file } = data;
  return {
    ...storeOf(data),
    credentials,
    defined: credentials === null || file === undefined ? undefined : loadMetrics(file, variables),
    port: data.PORT,
    metrics: { host: data.METRICS_HOST, port: data.METRICS_PORT },
    apiUrl,
    graphqlUrl: data.GITHUB_GRAPHQL_URL,
    allowedBases: data.ALLOWED_BASES,
    ...pagesOf(new URL(apiUrl)),
    logLevel: data.LOG_LEVEL,
  };
}

const together = new Intl.ListFormat("en-GB");

function readCredentials(data: z.output<typeof environment>): Credentials | null {
  const { APP_ID: appId, PRIVATE_KEY: privateKey, WEBHOOK_SECRET: webhookSecret } = data;
  if (appId !== undefined && privateKey !== undefined && webhookSecret !== undefined) {
    const previousWebhookSecret = data.WEBHOOK_SECRET_PREVIOUS;
    return { appId, privateKey: unfoldKey(privateKey), webhookSecret, previousWebhookSecret };
  }
  const missing = Object.entries({ APP_ID: appId, PRIVATE_KEY: privateKey, WEBHOOK_SECRET: webhookSecret });
  const names = missing.flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (names.length === missing.length && data.WEBHOOK_SECRET_PREVIOUS === undefined) return null;
  throw new Error(`${together.format(names)} must be set too: the app needs all three, or none for the sandbox`);
}

/** What must never be shown, in every form in which it may come up. */
export function secretsOf(
  { databaseUrl, defined }: Pick<Settings, "databaseUrl" | "defined">,
  credentials: Credentials | null,
): string[] {
  const known = credentials === null ? [] : [credentials.webhookSecret, ...keyForms(credentials.privateKey)];
  const previous = credentials?.previousWebhookSecret;
  const ofMetrics = defined?.credentials.values() ?? [];
  const passwords = [previous ?? "", ...passwordsIn(databaseUrl ?? "postgres://localhost"), ...ofMetrics];
  return [...known, ...passwords].filter((secret) => secret !== "");
}

/** The driver takes it from either place. */
function passwordsIn(database: string): readonly string[] {
  const { password, searchParams } = new URL(database);
  return [password, decode(password), ...searchParams.getAll("password")];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // "100%": the driver takes it as it stands, too.
    return text;
  }
}

function keyForms(pem: string): readonly string[] {
  return [pem, Buffer.from(pem).toString("base64")];
}

/** A PEM in an environment variable often has its line ends written as "\n", or is base64 as a whole. */
function unfoldKey(text: string): string {
  const pem = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("utf8");
  const key = pem.replaceAll("\\n", "\n");
  if (!isKey(key)) throw new Error("PRIVATE_KEY must be the whole PEM that GitHub gave, or its base64");
  return key;
}

function isKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).type === "private";
  } catch {
    // No key, or a part of one: found here, and not by every delivery that cannot be answered.
    return false;
  }
}

/**
 * GitHub Enterprise Server has its pages beside the API; GitHub Enterprise Cloud with data residency has them at the
 * API's host without "api". A test server stands in for github.com.
 */
function pagesOf({ origin, hostname, pathname }: URL): Pick<Settings, "webUrl" | "enterpriseServer"> {
  if (pathname.endsWith("/api/v3")) return { webUrl: origin, enterpriseServer: true };
  const [, residence] = /^api\.([^.]+\.ghe\.com)$/.exec(hostname) ?? [];
  return { webUrl: `https://${residence ?? "github.com"}`, enterpriseServer: false };
}
