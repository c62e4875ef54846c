import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Part of the name of every test that needs a PostgreSQL server: `onEveryStore` puts it there. */
const NEEDS_POSTGRES = "on PostgreSQL (TEST_DATABASE_URL)";

/**
 * Says at the end of a run, in a line, what was skipped and how to run it. With TEST_STORES=all, as in CI, a run that
 * skipped anything or ran nothing on PostgreSQL fails: a green run there means that both stores were tested.
 */
export default class TellSkipped implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const skipped = tests.filter((test) => test.result().state === "skipped");
    for (const line of sentences(tests, skipped)) process.stdout.write(`${line}\n\n`);
    if (process.env["TEST_STORES"] === "all" && (skipped.length > 0 || !tests.some(isPassedOnPostgres))) {
      process.stdout.write("This run fails: with TEST_STORES=all every test must run, those on PostgreSQL included.\n");
      process.exitCode = 1;
    }
  }
}

function sentences(tests: readonly TestCase[], skipped: readonly TestCase[]): readonly string[] {
  const postgres = skipped.filter(needsPostgres).length;
  const others = skipped.filter((test) => !needsPostgres(test));
  return [
    ...(postgres === 0
      ? []
      : [
          `Skipped: ${postgres} of ${tests.length} tests need PostgreSQL. To run them: scripts/with-postgres.sh npm test`,
        ]),
    ...others.map((test) => `Skipped: ${test.fullName}`),
  ];
}

function needsPostgres(test: TestCase): boolean {
  return test.fullName.includes(NEEDS_POSTGRES);
}

function isPassedOnPostgres(test: TestCase): boolean {
  return needsPostgres(test) && test.result().state === "passed";
}
