import { Octokit } from "@octokit/rest";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { descriptionVersion, usedOperations, usedWebhooks } from "../../scripts/simulated-parts.ts";
import { cutDescription } from "../../scripts/slice/cut-description.ts";
import { readDescription } from "../../scripts/slice/fetch-description.ts";
import { webhooks } from "../../src/webhooks/index.ts";
import type { Declared } from "../support/read-declarations.ts";
import { declaredAt, readDeclarations } from "../support/read-declarations.ts";
import { readProjectFile, readSourceFiles } from "../support/source-files.ts";

// The description itself is too large to be a dependency. Octokit's types are made from it by others, and are one.

const committed = readDescription("src/sandbox/github/openapi.json");
const types = readDeclarations(readProjectFile("node_modules/@octokit/openapi-types/types.d.ts"));

const anySchema = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  anyOf: z.array(z.unknown()).optional(),
});
const json = z.object({ "application/json": z.object({ schema: anySchema }) });
const operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() })),
  requestBody: z.object({ content: json.optional() }).optional(),
  responses: z.record(z.string(), z.unknown()),
});
const slice = z
  .object({
    info: z.object({ version: z.string() }),
    paths: z.record(z.string(), z.record(z.string(), operation)),
    webhooks: z.record(z.string(), z.unknown()),
    components: z.object({ schemas: z.record(z.string(), anySchema) }),
  })
  .parse(committed);

const operations = Object.entries(slice.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({ ...described, path, method })),
);

test("the committed slice is what the script cuts: all that is wanted, nothing else, by today's rules", () => {
  const again = cutDescription(committed, { operations: usedOperations, webhooks: usedWebhooks });
  expect(again).toEqual(committed);
  expect(slice.info.version).toBe(descriptionVersion);
});

test("it is not older than the description that Octokit's types were made from", () => {
  const manifest = z
    .object({ octokit: z.object({ "openapi-version": z.string() }) })
    .parse(JSON.parse(readProjectFile("node_modules/@octokit/openapi-types/package.json")));
  const theirs = manifest.octokit["openapi-version"];
  expect([theirs, descriptionVersion].toSorted(byVersion)).toEqual([theirs, descriptionVersion]);
});

function byVersion(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

/** "name", or "name?" where it may be left out. */
function names(members: readonly Declared[] = []): readonly string[] {
  return members.map(({ name, optional }) => (optional ? `${name}?` : name)).toSorted();
}

function namesOf({ properties = {}, required = [] }: z.output<typeof anySchema>): readonly string[] {
  return Object.keys(properties)
    .map((name) => (required.includes(name) ? name : `${name}?`))
    .toSorted();
}

describe("Octokit's types agree with it", () => {
  test.each(operations.map((one) => [one.operationId, one] as const))("%s", (id, described) => {
    const { path, method, parameters, requestBody, responses } = described;
    const theirs = declaredAt(types, "operations", id)?.members ?? [];
    expect(declaredAt(types, "paths", path, method)?.type).toBe(`operations["${id}"];`);
    for (const place of ["path", "query"]) {
      const ours = parameters.filter((one) => one.in === place);
      const declared = ours.map(({ name, required }) => (required ? name : `${name}?`)).toSorted();
      expect(names(declaredAt(theirs, "parameters", place)?.members)).toEqual(declared);
    }
    const statuses = (declaredAt(theirs, "responses")?.members ?? []).map(({ name }) => name);
    expect(statuses.filter((status) => status.startsWith("2"))).toEqual(Object.keys(responses));
    const body = requestBody?.content?.["application/json"].schema;
    if (body?.properties === undefined) return;
    const sent = declaredAt(theirs, "requestBody", "content", "application/json");
    expect(names(sent?.members)).toEqual(namesOf(body));
  });

  test("every schema has the properties that they have, required where they are", () => {
    const ours = Object.entries(slice.components.schemas).flatMap(([name, schema]) => {
      const declared = declaredAt(types, "components", "schemas", name);
      const plain = withoutNull(schema);
      return plain.properties === undefined || declared?.type !== "{" ? [] : [{ name, plain, declared }];
    });
    expect(ours.length).toBeGreaterThan(100);
    for (const { name, plain, declared } of ours)
      expect([name, names(declared.members)]).toEqual([name, namesOf(plain)]);
  });
});

/** What may be null is written as one of two. */
function withoutNull(schema: z.output<typeof anySchema>): z.output<typeof anySchema> {
  const [first] = schema.anyOf ?? [];
  return first === undefined ? schema : anySchema.parse(first);
}

describe("it holds all that this app asks of GitHub", () => {
  const text = readSourceFiles("src/github")
    .map((file) => file.text)
    .join("\n");

  test("through Octokit's methods", () => {
    const { rest } = new Octokit();
    const called = Array.from(
      text.matchAll(/\brest\.(\w+)\.(\w+)/g),
      ([, room = "", name = ""]) => [room, name] as const,
    );
    expect(called.length).toBeGreaterThan(10);
    const routes = called.map(([room, name]) => {
      const { method, url } = endpointOf(Reflect.get(Reflect.get(rest, room), name));
      return `${method} ${url}`;
    });
    expect(routes.filter((route) => !described.has(route))).toEqual([]);
  });

  test("by routes", () => {
    const routes = Array.from(text.matchAll(/"((?:GET|POST|PUT|PATCH|DELETE) \/[^"]*)"/g), ([, route = ""]) => route);
    expect(routes.length).toBeGreaterThan(1);
    expect(routes.filter((route) => !described.has(route) && !undescribed.has(route))).toEqual([]);
  });

  test("and the webhooks that it listens to", () => {
    const listened = webhooks.flatMap(({ event, actions }) => (actions ?? [null]).map((action) => [event, action]));
    const titles = listened.map((parts) =>
      parts
        .filter((part) => part !== null)
        .join("-")
        .replaceAll("_", "-"),
    );
    expect(titles.filter((title) => !(title in slice.webhooks))).toEqual([]);
  });

  // GitHub's redirects lead there; its description leaves it out.
  const undescribed = new Set(["GET /repositories/{id}"]);
  const described = new Set(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`));
  const endpoint = z.object({ method: z.string(), url: z.string() });
  const endpointOf = (method: { readonly endpoint: { readonly DEFAULTS: unknown } }) =>
    endpoint.parse(method.endpoint.DEFAULTS);
});

test("it describes no webhook that the simulation could not send", () => {
  const acts = readSourceFiles("src/sandbox/github/acts", "src/sandbox/github/people")
    .map((file) => file.text)
    .join("\n");
  /** Whole, or as `sub_issue_${verb}` with the verb elsewhere. */
  const says = (word: string): boolean => {
    const [, start = "", end = ""] = /^(.*_)([a-z]+)$/.exec(word) ?? [];
    return acts.includes(`"${word}"`) || (acts.includes(`\`${start}\${`) && acts.includes(`"${end}"`));
  };
  const unsent = Object.keys(slice.webhooks).filter((title) => {
    const words = title.split("-");
    const ways = words.map((_, index) => [words.slice(0, index + 1), words.slice(index + 1)] as const);
    return !ways.some((way) => way.every((part) => part.length === 0 || says(part.join("_"))));
  });
  expect(unsent).toEqual([]);
});
