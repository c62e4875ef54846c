import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { webhooks } from "../src/webhooks/index.ts";
import { readProjectFile } from "./support/source-files.ts";

describe("the manifest", () => {
  const manifest = z
    .object({
      default_permissions: z.record(z.string(), z.enum(["read", "write"])),
      default_events: z.array(z.string()),
    })
    .parse(parse(readProjectFile("app.yml")));

  /** GitHub delivers these to every app, and refuses a manifest that names them. */
  const always = new Set(["installation", "installation_repositories"]);

  /** GitHub delivers an event to apps that have the permission behind it. */
  const permissionBehind: Readonly<Record<string, string>> = {
    check_run: "checks",
    check_suite: "checks",
    issue_comment: "issues",
    issues: "issues",
    merge_group: "merge_queues",
    pull_request: "pull_requests",
    push: "contents",
    release: "contents",
    repository: "metadata",
    sub_issues: "issues",
  };

  test("names every event of the webhook table but those that GitHub always delivers", () => {
    const wanted = webhooks.map(({ event }) => event).filter((event) => !always.has(event));
    expect(wanted.filter((event) => !manifest.default_events.includes(event))).toEqual([]);
    expect(manifest.default_events.filter((event) => always.has(event))).toEqual([]);
  });

  test("asks for the permission behind every event", () => {
    const asked = new Set(Object.keys(manifest.default_permissions));
    const unbacked = manifest.default_events.filter((event) => !asked.has(permissionBehind[event] ?? ""));
    expect(unbacked).toEqual([]);
  });

  test("names each event once", () => {
    expect(new Set(manifest.default_events).size).toBe(manifest.default_events.length);
    expect(new Set(webhooks.map(({ event }) => event)).size).toBe(webhooks.length);
  });
});
