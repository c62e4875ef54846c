import { describe, expect, it } from "vitest";
import { openPullRequest, smallGitHub } from "./small-github.ts";

const place = { owner: "acme", repo: "shop" };

async function commented(
  does: Parameters<Awaited<ReturnType<typeof smallGitHub>>["github"]["faults"]["add"]>[0]["does"],
) {
  const small = await smallGitHub();
  const pullRequest = openPullRequest(small);
  small.github.faults.add({ on: "issues/create-comment", does });
  const write = () =>
    small.octokit.rest.issues.createComment({ ...place, issue_number: pullRequest.number, body: "Hello" });
  const error: unknown = await write().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { small, pullRequest, write, error };
}

describe("a fault", () => {
  it("answers 502 before the write is applied", async () => {
    const { error, pullRequest } = await commented({ kind: "answers", status: 502, moment: "before" });
    expect(error).toMatchObject({ status: 502 });
    expect(pullRequest.comments).toEqual([]);
  });

  it("answers 502 after the write was applied", async () => {
    const { error, pullRequest } = await commented({ kind: "answers", status: 502, moment: "after" });
    expect(error).toMatchObject({ status: 502 });
    expect(pullRequest.comments).toHaveLength(1);
  });

  it("breaks the connection after the write was applied", async () => {
    const { error, pullRequest } = await commented({ kind: "resets", moment: "after" });
    expect(error).toBeInstanceOf(Error);
    expect(pullRequest.comments).toHaveLength(1);
  });

  it("says how long to wait at the secondary limit", async () => {
    const { error, pullRequest } = await commented({ kind: "secondary-limit", retryAfterSeconds: 60 });
    expect(error).toMatchObject({ status: 403, response: { headers: { "retry-after": "60" } } });
    expect(pullRequest.comments).toEqual([]);
  });

  it("answers the secondary limit with 429 where it is told to", async () => {
    const { error } = await commented({ kind: "secondary-limit", retryAfterSeconds: 2, status: 429 });
    expect(error).toMatchObject({ status: 429, response: { headers: { "retry-after": "2" } } });
  });

  it("says when the primary limit ends", async () => {
    const { error } = await commented({ kind: "primary-limit", resetsInSeconds: 600 });
    expect(error).toMatchObject({ status: 403, response: { headers: { "x-ratelimit-remaining": "0" } } });
  });

  it("strikes once unless told, and is over then", async () => {
    const { write, pullRequest } = await commented({ kind: "answers", status: 500, moment: "before" });
    await expect(write()).resolves.toMatchObject({ status: 201 });
    expect(pullRequest.comments).toHaveLength(1);
  });

  it("hangs until the client gives up", async () => {
    const small = await smallGitHub();
    small.github.faults.add({ on: "repos/get", does: { kind: "hangs", moment: "before" } });
    const asked = small.octokit.rest.repos.get({ ...place, request: { signal: AbortSignal.timeout(50) } });
    await expect(asked).rejects.toBeInstanceOf(Error);
  });

  it("answers a query with errors only", async () => {
    const small = await smallGitHub();
    small.github.faults.add({ on: "graphql", does: { kind: "graphql-errors", message: "Something went wrong" } });
    await expect(small.octokit.graphql("{ rateLimit { cost } }")).rejects.toMatchObject({
      errors: [{ message: "Something went wrong" }],
    });
  });

  it("comes with the weather where no fault waits, until the weather is fair again", async () => {
    const { github, octokit } = await smallGitHub();
    github.faults.setWeather(({ operation }) =>
      operation === "repos/get" ? { kind: "answers", status: 502, moment: "before" } : undefined,
    );
    github.faults.add({ on: "repos/get", does: { kind: "answers", status: 503, moment: "before" } });
    const statusOf = () =>
      octokit.rest.repos.get(place).then(
        ({ status }) => status,
        (error: { status: number }) => error.status,
      );
    expect([await statusOf(), await statusOf()]).toEqual([503, 502]);
    github.faults.setWeather(null);
    expect(await statusOf()).toBe(200);
  });
});
