import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { openSender } from "./sender.ts";
import type { Sent } from "./sender.ts";

export interface Mail {
  /** Each that was handed over, in the order of the answers. */
  readonly sent: readonly Sent[];
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const everyMs = 5;

/** Hands over what happens in the simulated GitHub as soon as it does, to each of these addresses in turn. */
export function openMail(github: SimulatedGitHub, urls: () => readonly string[]): Mail {
  const sender = openSender(github);
  const sent: Sent[] = [];
  const underway = new Set<Promise<void>>();
  let seen = github.webhooks.deliveries.length;
  const collect = () => {
    const fresh = github.webhooks.deliveries.slice(seen);
    seen += fresh.length;
    for (const [index, delivery] of fresh.entries()) {
      const addresses = urls();
      const url = addresses[(seen + index) % addresses.length] ?? "";
      const sending = sender
        .send(delivery, url)
        .then((one) => void sent.push(one))
        .finally(() => underway.delete(sending));
      underway.add(sending);
    }
  };
  const timer = setInterval(collect, everyMs);
  const settled = async () => {
    collect();
    while (underway.size > 0) await Promise.all(underway);
  };
  const close = async () => {
    clearInterval(timer);
    await settled();
    await sender.close();
  };
  return { sent, settled, close };
}
