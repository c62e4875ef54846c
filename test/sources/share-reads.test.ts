import { expect, test } from "vitest";
import type { Reference } from "../../src/core/facts/reference.ts";
import { shareReads } from "../../src/sources/share-reads.ts";
import { smallGitHub } from "../support/readings.ts";

const repository = { owner: "acme", name: "shop" };
const reference = (number: number): Reference => ({ ...repository, number });
const place = (number: number) => ({ ...reference(number), standing: () => new Promise<never>(() => {}) });

test("references that several ask for at the same time are read in one query, each once", async () => {
  const { github, asked } = smallGitHub();
  const shared = shareReads(github);
  const [one, other] = await Promise.all([
    shared.readReferences([reference(1), reference(2)]),
    shared.readReferences([{ ...reference(2), owner: "ACME" }, reference(3)]),
  ]);
  expect(asked).toEqual(["references acme/shop#1 acme/shop#2 acme/shop#3"]);
  expect(one?.map(({ asked: { number } }) => number)).toEqual([1, 2]);
  expect(other?.map(({ asked: { number } }) => number)).toEqual([2, 3]);
});

test("those who ask later ask anew", async () => {
  const { github, asked } = smallGitHub();
  const shared = shareReads(github);
  await shared.readReferences([reference(1)]);
  await shared.readReferences([reference(1)]);
  expect(asked).toHaveLength(2);
});

test("of more than a hundred, a hundred are asked for at once", async () => {
  const { github, asked } = smallGitHub();
  const shared = shareReads(github);
  const numbers = Array.from({ length: 150 }, (_, i) => i + 1);
  const found = await shared.readReferences(numbers.map(reference));
  expect(found.map((one) => one.asked.number)).toEqual(numbers);
  expect(asked).toHaveLength(2);
});

test("a failure is told to all who asked", async () => {
  const { github } = smallGitHub();
  const failing = { ...github, readReferences: () => Promise.reject(new Error("GitHub is down")) };
  const shared = shareReads(failing);
  const all = [shared.readReferences([reference(1)]), shared.readReferences([reference(2)])];
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("one person's role is read once, whoever asks", async () => {
  const { github, asked } = smallGitHub({ roles: { ada: "write" } });
  const shared = shareReads(github);
  expect(await Promise.all([shared.readRole(repository, "ada"), shared.readRole(repository, "Ada")])).toEqual([
    "write",
    "write",
  ]);
  expect(asked).toEqual(["role of ada"]);
});

test("what one of them wants to be heard is heard for all", async () => {
  const { github } = smallGitHub();
  const heard: (readonly number[])[] = [];
  const listening: typeof github = {
    ...github,
    readReferences: (references, wanted = []) => {
      heard.push(wanted.map(({ number }) => number));
      return github.readReferences(references);
    },
  };
  const shared = shareReads(listening);
  await Promise.all([
    shared.readReferences([reference(1), reference(2)]),
    shared.readReferences([reference(2), reference(3)], [reference(2)]),
  ]);
  expect(heard).toEqual([[2]]);
});

test("what stands below issues is asked for together, however long it takes to know of the commands there", async () => {
  const { github, asked } = smallGitHub();
  const shared = shareReads(github);
  await Promise.all([shared.readHeard([place(1)]), shared.readHeard([place(1), place(2)])]);
  expect(asked).toEqual(["heard below acme/shop#1 acme/shop#2"]);
});
