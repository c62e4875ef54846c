import { expect, test } from "vitest";
import { expectClean, house } from "./support/simulated-house.ts";

const file = { ".github/outcome.yml": "{}\n", "README.md": "# x\n" };

async function globex(names: readonly string[], configured: readonly string[]) {
  const opened = await house();
  const { people, github } = opened;
  people.createOrganization({ login: "globex", members: ["ada"] });
  const repositories = names.map((name) =>
    people.createRepository({
      name: `globex/${name}`,
      files: configured.includes(name) ? file : { "README.md": "# x\n" },
    }),
  );
  const listed = repositories.map(({ id, name }) => ({ id, owner: "globex", name }));
  const find = async () => (await opened.reader.findConfigured(listed)).map(({ name }) => name);
  return { ...opened, github, repositories, find };
}

test("those with a file of their own", async () => {
  const { github, find } = await globex(["a", "b", "c"], ["b"]);
  expect(await find()).toEqual(["b"]);
  expectClean(github);
});

test("all where the owner configures all, but no archived one", async () => {
  const { github, people, repositories, find } = await globex(["a", "b", ".github"], [".github"]);
  if (repositories[0] !== undefined) people.archiveRepository(repositories[0]);
  expect(await find()).toEqual(["b", ".github"]);
  expectClean(github);
});

test("a hundred are asked for in two requests", async () => {
  const names = Array.from({ length: 100 }, (_, i) => `r${i}`);
  const { github, find } = await globex(names, ["r99"]);
  github.requests.clear();
  expect(await find()).toEqual(["r99"]);
  expect(github.requests.of("read")).toHaveLength(2);
});
