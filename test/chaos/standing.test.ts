import { expect, test } from "vitest";
import { simulate } from "../../chaos/app/simulate.ts";
import { seeded } from "../../chaos/random.ts";
import { checkAnswers } from "../../chaos/storm/check-answers.ts";
import { bodies } from "../../chaos/storm/bodies.ts";
import { openIn } from "../../chaos/storm/open-change.ts";
import { policies } from "../../chaos/storm/policies.ts";
import type { Remark, Speaker } from "../../chaos/storm/remark.ts";
import { sayings } from "../../chaos/storm/sayings.ts";
import { comment, deleteRemark, editRemark, writer } from "../../chaos/storm/speak.ts";
import { setStage } from "../../chaos/storm/stage.ts";
import type { Change, Stage } from "../../chaos/storm/stage.ts";
import { isBelieved, standingOf } from "../../chaos/storm/standing.ts";
import { answerMarker } from "../../src/core/report/marker.ts";

const stranger: Speaker = { login: "rob", role: "stranger" };
const author: Speaker = { login: "olu", role: "stranger" };
const triager: Speaker = { login: "tess", role: "triage" };
const bot: Speaker = { login: "helper[bot]", role: "bot" };

function named<Item extends { readonly name: string }>(items: readonly Item[], name: string): Item {
  const item = items.find((one) => one.name === name);
  if (item === undefined) throw new Error(`There is no "${name}"`);
  return item;
}

interface Scene {
  readonly stage: Stage;
  readonly change: Change;
  readonly say: (by: Speaker, saying: string, first?: Remark["first"]) => Remark;
}

/** A pull request of somebody who may only read, which says nothing, where this is asked. */
async function scene(policy: string): Promise<Scene> {
  const { github, api } = await simulate();
  await api.close();
  const stage = setStage(github, seeded(1, "stage"));
  const [shop] = stage.shops;
  if (shop === undefined) throw new Error("There is no shop");
  shop.policy = named(policies, policy);
  const change = openIn(stage, { shop, author: "may read", body: named(bodies, "a word") }, seeded(1, "acts"));
  const say: Scene["say"] = (by, saying, first = "to be read") => {
    comment(stage, change, { by, saying: named(sayings, saying), problem: change.problem, first });
    const [last] = change.remarks.slice(-1);
    if (last === undefined) throw new Error("Nothing was said");
    return last;
  };
  return { stage, change, say };
}

test("a link stands by who triages or is the author, until a later word, an edit or its deletion", async () => {
  const { stage, change, say } = await scene("advise");
  const links = () => standingOf(change).links.length;
  say(stranger, "a link");
  say(bot, "a link");
  say(triager, "a quoted link");
  expect(links()).toBe(0);
  const first = say(triager, "a link");
  expect(links()).toBe(1);
  const contrary = say(author, "no link");
  expect(links()).toBe(0);
  deleteRemark(stage, contrary, writer.login);
  expect(links()).toBe(1);
  editRemark(stage, first, { by: writer.login, saying: first.saying });
  expect(links()).toBe(0);
});

test.each([
  { policy: "advise", whose: "the author's", by: author, optsOut: "by a command" },
  { policy: "advise", whose: "a triager's", by: triager, optsOut: "by a command" },
  { policy: "advise", whose: "a stranger's", by: stranger, optsOut: "no" },
  { policy: "require", whose: "the author's", by: author, optsOut: "no" },
  { policy: "require", whose: "a triager's", by: triager, optsOut: "no" },
  { policy: "require", whose: "a writer's", by: writer, optsOut: "by a command" },
])("where shops $policy, $whose opt-out by a command stands: $optsOut", async ({ policy, by, optsOut }) => {
  const { change, say } = await scene(policy);
  say(by, "an opt-out");
  expect(standingOf(change).optsOut).toBe(optsOut);
});

test("an issue believes by its text, by a command, and by whatever its author says", async () => {
  const { stage, change } = await scene("advise");
  const { problem } = change;
  problem.text = { text: "", believes: "no" };
  const say = (login: string, saying: string) =>
    comment(stage, problem, {
      by: { login, role: "stranger" },
      saying: named(sayings, saying),
      problem,
      first: "to be read",
    });
  say("rob", "an answer");
  say("rob", "a belief");
  expect(isBelieved(problem)).toBe(false);
  say("mia", "an answer");
  expect(isBelieved(problem)).toBe(true);
});

test("an answer is missed, and found where it is given twice, or to nobody's command", async () => {
  const { stage, change, say } = await scene("advise");
  const { pullRequest: on, remarks } = change;
  const wrong = () => checkAnswers(stage, { on, remarks }).map(({ expected, found }) => `${expected}: ${found}`);
  const answer = ({ comment: { id } }: Remark) =>
    stage.github.people.comment({ on, by: "outcome-link", body: answerMarker(id) });
  const react = ({ comment: given }: Remark) =>
    stage.github.people.react({ on: given, by: "outcome-link", content: "confused" });
  const mistyped = say(author, "something mistyped");
  expect(wrong()).toHaveLength(2);
  react(mistyped);
  answer(mistyped);
  expect(wrong()).toEqual([]);
  answer(mistyped);
  expect(wrong()).toEqual([expect.stringMatching(/^1 to 1 answers in words to "something mistyped" by olu .*: 2$/)]);
  const silent = [say(bot, "something mistyped"), say(author, "a word"), say(author, "help", "edited at once")];
  expect(wrong()).toHaveLength(1);
  for (const one of silent) answer(one);
  expect(wrong()).toHaveLength(4);
});
