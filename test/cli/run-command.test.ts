import { describe, expect, test } from "vitest";
import { run } from "./run.ts";

describe("the command line", () => {
  test("shows its commands when asked", async () => {
    const { code, output } = await run(["help"]);
    expect(code).toBe(0);
    expect(output).toContain("  outcome read ");
  });

  test("shows its commands where none is named, and says by its exit code that nothing was done", async () => {
    expect(await run([])).toMatchObject({ code: 2, output: expect.stringContaining("  outcome read ") });
  });

  test("names a command that it does not know", async () => {
    const { code, errors } = await run(["raed"]);
    expect(code).toBe(2);
    expect(errors).toMatch(/^There is no command "raed"\.\n/);
  });

  test.each(["--help", "-h"])(
    "tells with %s how one command is written, what goes in and what comes out",
    async (asked) => {
      const { code, output } = await run(["read", asked]);
      expect(code).toBe(0);
      expect(output).toMatch(/^outcome read \[[^]*"templates"[^]*"links"[^]*solution-only/);
    },
  );

  test("says in one sentence which option it does not know", async () => {
    const { code, errors } = await run(["read", "--configuration", "x"]);
    expect(code).toBe(2);
    expect(errors).toMatch(/^Unknown option '--configuration'[^\n]*\nIt is written: outcome read /);
  });
});
