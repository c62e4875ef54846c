import { defineConfig } from "vitest/config";

const stories = "test/stories/**/*.test.ts";

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "rooms", include: ["test/**/*.test.ts"], exclude: [stories] } },
      // They share nothing but code and an empty store, whose loading would cost each file more than its stories do.
      { extends: true, test: { name: "stories", include: [stories], isolate: false } },
    ],
  },
});
