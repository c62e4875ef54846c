import { generateKeyPairSync } from "node:crypto";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readSettings, secretsOf } from "../src/settings.ts";

// As GitHub gives it.
const pem = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "pkcs1", format: "pem" },
}).privateKey;
const secret = "a secret of thirty-two characters";
const three = { APP_ID: "4711", PRIVATE_KEY: pem, WEBHOOK_SECRET: secret };

test("an empty environment is the sandbox with its defaults", () => {
  expect(readSettings({})).toEqual({
    credentials: null,
    port: 3000,
    dataDir: resolve("data"),
    databaseUrl: undefined,
    metrics: { host: "127.0.0.1", port: 9464 },
    apiUrl: "https://api.github.com",
    graphqlUrl: undefined,
    webUrl: "https://github.com",
    enterpriseServer: false,
    allowedBases: [],
    logLevel: "info",
  });
});

test("the sandbox reads no file of metrics: it asks nobody", () => {
  expect(readSettings({ METRICS_FILE: "nowhere/metrics.yml" })).toEqual(readSettings({}));
});

test("with credentials a file of metrics that cannot be read is told of", () => {
  expect(() => readSettings({ ...three, METRICS_FILE: "nowhere/metrics.yml" })).toThrow("METRICS_FILE");
});

test("what metrics are signed in with is kept out of logs", () => {
  const defined = { metrics: [], credentials: new Map([["POSTHOG_KEY", "phx_a_key"]]) };
  expect(secretsOf({ databaseUrl: undefined, defined }, null)).toEqual(["phx_a_key"]);
});

test.each([
  ["postgres://ada:the%20password@db/x", ["the%20password", "the password"]],
  ["postgres://ada:100%25%@db/x", ["100%25%"]],
  ["postgres://db/x?user=ada&password=the+password", ["the password"]],
  ["postgres://db/x?password=the+first&password=the+last", ["the first", "the last"]],
])(
  "the password of the database is kept out of logs, wherever the driver takes it from: %s",
  (databaseUrl, expected) => {
    expect(new Set(secretsOf({ databaseUrl }, null))).toEqual(new Set(expected));
  },
);

test("a variable that is empty or blank counts as not set", () => {
  const blank = { APP_ID: "", PRIVATE_KEY: " ", WEBHOOK_SECRET: "", PORT: "", GITHUB_API_URL: " ", LOG_LEVEL: "" };
  expect(readSettings(blank)).toEqual(readSettings({}));
});

describe("where GitHub is", () => {
  test.each([
    [
      "https://api.github.com",
      { apiUrl: "https://api.github.com", webUrl: "https://github.com", enterpriseServer: false },
    ],
    [
      "https://api.github.com//",
      { apiUrl: "https://api.github.com", webUrl: "https://github.com", enterpriseServer: false },
    ],
    [
      "https://git.example.org/api/v3",
      { apiUrl: "https://git.example.org/api/v3", webUrl: "https://git.example.org", enterpriseServer: true },
    ],
    [
      "https://git.example.org:8443/api/v3/",
      { apiUrl: "https://git.example.org:8443/api/v3", webUrl: "https://git.example.org:8443", enterpriseServer: true },
    ],
    [
      "https://api.octocorp.ghe.com",
      { apiUrl: "https://api.octocorp.ghe.com", webUrl: "https://octocorp.ghe.com", enterpriseServer: false },
    ],
    [
      "https://api.octocorp.ghe.com/",
      { apiUrl: "https://api.octocorp.ghe.com", webUrl: "https://octocorp.ghe.com", enterpriseServer: false },
    ],
    [
      "https://api.ghe.com.example.org",
      { apiUrl: "https://api.ghe.com.example.org", webUrl: "https://github.com", enterpriseServer: false },
    ],
    [
      "http://localhost:4000",
      { apiUrl: "http://localhost:4000", webUrl: "https://github.com", enterpriseServer: false },
    ],
  ])("%s", (given, expected) => {
    expect(readSettings({ GITHUB_API_URL: given })).toMatchObject(expected);
  });
});

describe("the private key may be written as", () => {
  test.each([
    ["the PEM", pem],
    ["the PEM in one line", pem.replaceAll("\n", "\\n")],
    ["the PEM's base64", Buffer.from(pem).toString("base64")],
  ])("%s", (_, key) => {
    const { credentials } = readSettings({ ...three, PRIVATE_KEY: key });
    expect(credentials).toEqual({ appId: 4711, privateKey: pem, webhookSecret: secret });
  });
});

describe("what cannot be used is told in a sentence", () => {
  const rest = "must be set too: the app needs all three, or none for the sandbox";
  const levels = "trace, debug, info, warn, error, fatal, silent";
  const database = "must be the URL of a PostgreSQL database, such as postgres://USER:PASSWORD@HOST/NAME";

  test.each<readonly [Readonly<Record<string, string | undefined>>, string]>([
    [{ ...three, APP_ID: undefined }, `APP_ID ${rest}`],
    [{ ...three, PRIVATE_KEY: undefined }, `PRIVATE_KEY ${rest}`],
    [{ ...three, WEBHOOK_SECRET: "" }, `WEBHOOK_SECRET ${rest}`],
    [{ APP_ID: "4711" }, `PRIVATE_KEY and WEBHOOK_SECRET ${rest}`],
    [{ WEBHOOK_SECRET_PREVIOUS: secret }, `APP_ID, PRIVATE_KEY and WEBHOOK_SECRET ${rest}`],
    [{ ...three, APP_ID: "outcome-link" }, "APP_ID must be the app's number"],
    [
      { ...three, PRIVATE_KEY: "outcome-link.pem" },
      "PRIVATE_KEY must be the whole PEM that GitHub gave, or its base64",
    ],
    [{ ...three, PRIVATE_KEY: pem.slice(0, 200) }, "PRIVATE_KEY must be the whole PEM that GitHub gave, or its base64"],
    [{ PORT: "http" }, "PORT must be a port number"],
    [{ METRICS_PORT: "65536" }, "METRICS_PORT must be a port number"],
    [{ DATABASE_URL: "mysql://ada:engine@db/outcome" }, `DATABASE_URL ${database}`],
    [{ DATABASE_URL: "ada:engine" }, `DATABASE_URL ${database}`],
    [{ GITHUB_API_URL: "git.example.org" }, "GITHUB_API_URL must be a URL such as https://HOST/api/v3"],
    [{ LOG_LEVEL: "loud" }, `LOG_LEVEL must be one of ${levels}`],
    [{ PORT: "http", LOG_LEVEL: "loud" }, `PORT must be a port number; LOG_LEVEL must be one of ${levels}`],
  ])("%j", (variables, sentence) => {
    expect(() => readSettings(variables)).toThrow(new Error(sentence));
  });
});

describe("a webhook secret that others may know or guess is refused:", () => {
  const howToMakeOne = "make one with `openssl rand -hex 32`, and set the same in the app's settings on GitHub";

  describe.each(["WEBHOOK_SECRET", "WEBHOOK_SECRET_PREVIOUS"])("%s", (variable) => {
    test.each([
      ["development", `must not be "development": ${howToMakeOne}`],
      ["x".repeat(31), `must have at least 32 characters: ${howToMakeOne}`],
    ])("%s", (weak, sentence) => {
      expect(() => readSettings({ ...three, [variable]: weak })).toThrow(new Error(`${variable} ${sentence}`));
    });
  });
});

test("a previous webhook secret counts beside the present one", () => {
  const previous = "p".repeat(32);
  const { credentials } = readSettings({ ...three, WEBHOOK_SECRET_PREVIOUS: previous });
  expect(credentials).toMatchObject({ webhookSecret: secret, previousWebhookSecret: previous });
});

test.each(["postgres://ada:engine@db.example.org/outcome", "postgresql://ada@db:5433/outcome?sslmode=require"])(
  "the store may be at %s",
  (databaseUrl) => {
    expect(readSettings({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl });
  },
);

test("secrets are known in every form in which they may come up", () => {
  const variables = { ...three, WEBHOOK_SECRET_PREVIOUS: "p".repeat(32), DATABASE_URL: "postgres://ada:100%25@db/x" };
  const settings = readSettings(variables);
  expect(secretsOf(settings, settings.credentials)).toEqual([
    secret,
    pem,
    Buffer.from(pem).toString("base64"),
    "p".repeat(32),
    "100%25",
    "100%",
  ]);
  expect(secretsOf(readSettings({}), null)).toEqual([]);
});

test("bases of other owners are names with commas or spaces between them", () => {
  const { allowedBases } = readSettings({ ALLOWED_BASES: " globex/policy, initech/.github\tacme_corp/x.y " });
  expect(allowedBases).toEqual([
    { owner: "globex", name: "policy" },
    { owner: "initech", name: ".github" },
    { owner: "acme_corp", name: "x.y" },
  ]);
});

test.each(["globex", "globex/*", "globex/..", "https://github.com/globex/policy", "globex/policy@main", "a/b/c"])(
  "a base %s that is no name of a repository is refused by name",
  (text) => {
    const names = `ALLOWED_BASES must be names of repositories (OWNER/REPO) with commas between them, and "${text}" is none`;
    expect(() => readSettings({ ALLOWED_BASES: `globex/policy,${text}` })).toThrow(names);
  },
);
