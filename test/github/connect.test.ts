import { expect, test } from "vitest";
import { connector } from "../../src/github/connect.ts";
import type { Failure } from "../../src/github/errors.ts";
import { GitHubError } from "../../src/github/errors.ts";
import { whenAgain } from "../../src/github/when-again.ts";
import { now } from "./support/clients.ts";
import { api } from "./support/graphql-answers.ts";

/** What a job meets that wants to begin while GitHub answers so to who the app is. */
function meetWith(failure: Failure): Promise<unknown> {
  const connect = connector({
    asApp: () => Promise.reject(new Error("no token is asked for")),
    now: () => now,
    ownApp: () => Promise.reject(new GitHubError("GET /app", failure)),
    apiUrl: api,
    graphqlUrl: undefined,
    enterpriseServer: false,
  });
  return connect(5).catch((error: unknown) => error);
}

test.each([
  [401, "app-refused"],
  [404, "not-known"],
])("while GitHub answers %d to who the app is, jobs wait and spend no tries", async (status, why) => {
  const error = await meetWith({ kind: "status", status, codes: [] });
  expect(error).toMatchObject({ failure: { kind: "no-token", why } });
  expect(whenAgain(error, now)).not.toBeNull();
});

test("where GitHub is in trouble the job fails, and is tried again", async () => {
  expect(await meetWith({ kind: "status", status: 502, codes: [] })).toMatchObject({
    failure: { kind: "status", status: 502 },
  });
});
