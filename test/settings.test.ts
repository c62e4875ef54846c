import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readSettings } from "../src/settings.ts";

const pem = "-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----\n";
const three = { APP_ID: "4711", PRIVATE_KEY: pem, WEBHOOK_SECRET: "a long secret" };

test("an empty environment is the sandbox with its defaults", () => {
  expect(readSettings({})).toEqual({
    credentials: null,
    port: 3000,
    dataDir: resolve("data"),
    apiUrl: "https://api.github.com",
    graphqlUrl: undefined,
    webUrl: "https://github.com",
    enterpriseServer: false,
    allowedBases: [],
    logLevel: "info",
  });
});

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
    expect(credentials).toEqual({ appId: 4711, privateKey: pem, webhookSecret: "a long secret" });
  });
});

describe("what cannot be used is told in a sentence", () => {
  const rest = "must be set too: the app needs all three, or none for the sandbox";
  const levels = "trace, debug, info, warn, error, fatal, silent";

  test.each<readonly [Readonly<Record<string, string | undefined>>, string]>([
    [{ ...three, APP_ID: undefined }, `APP_ID ${rest}`],
    [{ ...three, PRIVATE_KEY: undefined }, `PRIVATE_KEY ${rest}`],
    [{ ...three, WEBHOOK_SECRET: "" }, `WEBHOOK_SECRET ${rest}`],
    [{ APP_ID: "4711" }, `PRIVATE_KEY and WEBHOOK_SECRET ${rest}`],
    [{ ...three, APP_ID: "outcome-link" }, "APP_ID must be the app's number"],
    [{ ...three, PRIVATE_KEY: "outcome-link.pem" }, "PRIVATE_KEY must be the PEM that GitHub gave, or its base64"],
    [{ PORT: "http" }, "PORT must be a port number"],
    [{ GITHUB_API_URL: "git.example.org" }, "GITHUB_API_URL must be a URL such as https://HOST/api/v3"],
    [{ LOG_LEVEL: "loud" }, `LOG_LEVEL must be one of ${levels}`],
    [{ PORT: "http", LOG_LEVEL: "loud" }, `PORT must be a port number; LOG_LEVEL must be one of ${levels}`],
  ])("%j", (variables, sentence) => {
    expect(() => readSettings(variables)).toThrow(new Error(sentence));
  });
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
