import type { Issue, PullRequest } from "../../../src/sandbox/github/state/model.ts";
import type { Failure, FaultedRequest } from "../../../src/sandbox/github/server/faults.ts";
import { furnishShop, HYPOTHESIS } from "../shop.ts";
import type { Shop, ShopOptions } from "../shop.ts";
import { startStory } from "../start-story.ts";
import { showAll, wordsMade } from "./show-all.ts";

/** What people of a shop do, step by step. */
export interface Life {
  readonly name: string;
  readonly options: ShopOptions;
  readonly live: (town: Town) => Promise<void>;
}

export interface Town extends Shop {
  readonly opened: (body: string, given?: Parameters<Shop["open"]>[1]) => PullRequest;
  readonly merge: (...pullRequests: readonly PullRequest[]) => void;
  readonly said: (on: Issue | PullRequest, by: string, body: string) => void;
  readonly configure: (text: string) => void;
  /** What happened is looked at, and what failed at that is tried again. */
  readonly pass: () => Promise<void>;
  readonly until: (moment: string) => Promise<void>;
}

/** What goes wrong with a request, by its place among all; undefined: nothing. */
export type Trouble = (index: number, request: FaultedRequest) => Failure | undefined;

export interface Lived {
  /** Those that went wrong. */
  readonly failed: readonly string[];
  /** All that GitHub shows of the app in the end. */
  readonly shown: readonly string[];
  /** Comments and issues that the app ever made, also those that it took away again. */
  readonly made: readonly string[];
}

/** Longer than a try waits for the next, and than what GitHub did not answer for waits to be asked again. */
const AGAIN_MINUTES = 3;

/** Lives through it, and then so long that everything that failed is tried again. */
export async function liveThrough({ options, live }: Life, trouble: Trouble): Promise<Lived> {
  const story = await startStory({ recurring: "on", ...options });
  try {
    const shop = await furnishShop(story, options);
    const { github } = shop;
    github.requests.clear();
    const failed: string[] = [];
    let index = 0;
    github.faults.setWeather((request) => {
      index += 1;
      const failure = trouble(index - 1, request);
      if (failure !== undefined) failed.push(`${index}: ${request.operation}`);
      return failure;
    });
    await live(inTown(shop));
    github.faults.setWeather(null);
    for (const minutes of [AGAIN_MINUTES, 60, 24 * 60, AGAIN_MINUTES]) await shop.later(minutes);
    const broken = [...github.bugs, ...github.violations];
    return {
      failed,
      shown: [...showAll(shop), ...broken.map((one) => JSON.stringify(one))].toSorted(),
      made: wordsMade(shop),
    };
  } finally {
    await story.stop();
  }
}

function inTown(shop: Shop): Town {
  const { people, repository } = shop;
  const pass = async () => {
    await shop.settle();
    // Also where that fails once more.
    for (let time = 0; time < 2; time += 1) await shop.later(AGAIN_MINUTES);
  };
  return {
    ...shop,
    opened: (body, given = {}) =>
      people.openPullRequest({ repository, author: "ada", title: "Show the total", body, ...given }),
    merge: (...all) => {
      for (const pullRequest of all) people.mergePullRequest({ pullRequest, by: "ada" });
    },
    said: (on, by, body) => void people.comment({ on, by, body }),
    configure: (text) => void people.commitFiles({ repository, by: "ada", files: { ".github/outcome.yml": text } }),
    pass,
    until: async (moment) => {
      await pass();
      await shop.later((Date.parse(moment) - shop.now().getTime()) / 60_000);
      await pass();
    },
  };
}

export function linkedTo({ number }: Issue): string {
  return `Part of #${number}\n\n${HYPOTHESIS}`;
}
