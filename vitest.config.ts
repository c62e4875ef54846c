import { defineConfig } from "vitest/config";

const stories = "test/stories/**/*.test.ts";
const shared = ["cli", "jobs", "queue", "sandbox", "server"].map((room) => `test/${room}/**/*.test.ts`);
const pure = ["core", "config", "sources", "webhooks"].map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    // For a machine that is busy with other things: what works is never slow enough to be told by time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for, comes: a second, which Vitest waits, a process may be kept from its work.
    expect: { poll: { timeout: 30_000 } },
    // Vitest leaves one core free for watching, which nobody does here.
    maxWorkers: "100%",
    reporters: ["default", "./test/support/tell-skipped.ts"],
    projects: [
      // Without state of their own: loading the code anew for each file would cost more than its tests do.
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      {
        extends: true,
        test: { name: "rooms", include: ["test/**/*.test.ts"], exclude: [stories, ...shared, ...pure] },
      },
      // These share nothing but code and an empty store, whose loading would cost each file more than most of its tests do.
      // What stubs the environment, or answers requests itself (nock), is not among them.
      { extends: true, test: { name: "stores", include: shared, isolate: false } },
      { extends: true, test: { name: "stories", include: [stories], isolate: false } },
    ],
  },
});
