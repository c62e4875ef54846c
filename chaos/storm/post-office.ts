import { setTimeout as sleep } from "node:timers/promises";
import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import type { Delivery } from "../../src/sandbox/github/webhooks/outbox.ts";
import type { Random } from "../random.ts";

/** What becomes of a delivery on its way. */
export type Fate =
  | { readonly kind: "at once" }
  | { readonly kind: "late" | "twice"; readonly afterMs: number }
  /** Never handed over: it stands in GitHub's list as failed. */
  | { readonly kind: "failed" }
  /** Not even there. */
  | { readonly kind: "lost" };

export interface Letter {
  readonly delivery: Delivery;
  readonly fate: Fate;
  /** What the app answered each time; null where nobody did. */
  readonly answers: (number | null)[];
  /** Those that the app asked GitHub for, in its list of their own. */
  readonly redeliveries: Delivery[];
}

export interface PostOffice {
  /** Takes what happened since the last time, decides about each, and begins to hand it over. */
  readonly collect: () => void;
  /** How many deliveries people have caused so far; what the app itself caused is not counted. */
  readonly count: () => number;
  readonly letters: readonly Letter[];
  /** From now on the sky is fair. */
  readonly clearUp: () => void;
  /** Resolves when everything that is to be handed over was. */
  readonly settled: () => Promise<void>;
}

export interface Habits {
  readonly random: Random;
  /** Fair: every delivery at once, and once. */
  readonly sky: "foul" | "fair";
  /** Events that a sweep makes up for when GitHub has nothing of them: only these are lost altogether. */
  readonly mayLose: (delivery: Delivery) => boolean;
}

/** Hands over what the simulated GitHub holds, not always once, in order, or at all. */
export function openPostOffice(github: SimulatedGitHub, { random, mayLose, ...habits }: Habits): PostOffice {
  const letters: Letter[] = [];
  const byGuid = new Map<string, Letter>();
  const underway = new Set<Promise<void>>();
  let { sky } = habits;
  let seen = 0;
  let counted = 0;
  const collect = () => {
    const fresh = github.webhooks.deliveries.slice(seen);
    seen += fresh.length;
    for (const delivery of fresh) {
      // On its way already: GitHub sends it when it is asked for.
      if (delivery.redelivery) {
        byGuid.get(delivery.guid)?.redeliveries.push(delivery);
        continue;
      }
      const isOurs = isFromPeople(delivery);
      if (isOurs) counted += 1;
      const fate = isOurs && sky === "foul" ? decide(random, delivery, mayLose) : atOnce;
      const letter: Letter = { delivery, fate, answers: [], redeliveries: [] };
      letters.push(letter);
      byGuid.set(delivery.guid, letter);
      const handing = handOver(github, letter).finally(() => underway.delete(handing));
      underway.add(handing);
    }
  };
  const settled = async () => {
    while (underway.size > 0) await Promise.all(underway);
  };
  const clearUp = () => {
    sky = "fair";
  };
  return { collect, count: () => counted, letters, clearUp, settled };
}

const atOnce: Fate = { kind: "at once" };

const told: ReadonlySet<string> = new Set(["pull_request", "issues", "issue_comment", "push"]);

/** Only what people do is repeatable: when the app answers to it (its label on merged work) is the machine's. */
export function isFromPeople({ event, payload }: Delivery): boolean {
  const sender = payload["sender"];
  const isPerson = typeof sender === "object" && sender !== null && "type" in sender && sender.type === "User";
  return isPerson && told.has(event);
}

const [longestDelayMs, longestUntilTwiceMs] = [15_000, 6000];

/** 2 % are never handed over, 10 % come late and so out of order, 20 % come twice. */
function decide(random: Random, delivery: Delivery, mayLose: Habits["mayLose"]): Fate {
  const drawn = random.whole(100);
  const [delay, untilTwice] = [random.whole(longestDelayMs), random.whole(longestUntilTwiceMs)];
  if (drawn < 1) return { kind: mayLose(delivery) ? "lost" : "failed" };
  if (drawn < 2) return { kind: "failed" };
  if (drawn < 12) return { kind: "late", afterMs: 500 + delay };
  return drawn < 32 ? { kind: "twice", afterMs: untilTwice } : atOnce;
}

async function handOver(github: SimulatedGitHub, { delivery, fate, answers }: Letter): Promise<void> {
  const send = async () => {
    await github.webhooks.send(delivery);
    answers.push(delivery.status === "answered" ? delivery.statusCode : null);
  };
  switch (fate.kind) {
    case "lost":
      return github.webhooks.drop(delivery);
    case "failed":
      delivery.status = "failed";
      return undefined;
    case "at once":
      return send();
    case "late":
      await sleep(fate.afterMs);
      return send();
    case "twice":
      await send();
      // In GitHub's list the second time must not hide that the first one failed.
      if (answers[0] === null) return undefined;
      await sleep(fate.afterMs);
      return send();
    default:
      return fate satisfies never;
  }
}

/** Whether GitHub heard a 2xx for it, however often it had to try. */
export function isAcknowledged({ answers, redeliveries }: Letter): boolean {
  return (
    answers.some(isSuccess) ||
    redeliveries.some(({ status, statusCode }) => status === "answered" && isSuccess(statusCode))
  );
}

function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}
