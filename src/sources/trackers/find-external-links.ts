import type { ExternalLink } from "../../core/facts/external-link.ts";
import type { Body } from "../../core/markdown/parse-body.ts";
import type { ReadPhrase } from "../links/keyword-phrases.ts";
import type { ConfiguredTracker } from "./configured-trackers.ts";
import { type Address, bodyPassage, type Passage, titlePassage } from "./passages.ts";
import { projectOf } from "./project-keys.ts";
import type { KeySpot } from "./tracker.ts";

/** Nobody means more than these, in one text. */
const mostLinks = 20;

export interface ExternalText {
  readonly title: string;
  readonly body: Body;
}

/** A key with whether the text says that it is none of this change: "not part of SHOP-12". */
export interface FoundExternalLink extends ExternalLink {
  readonly denied: boolean;
}

export interface ExternalContext {
  readonly trackers: readonly ConfiguredTracker[];
  readonly readPhrase: ReadPhrase;
}

/** Every key of a tracker that a reader sees in the title or the text, once each: none in comments, code and quotes. */
export function findExternalLinks(text: ExternalText, context: ExternalContext): readonly FoundExternalLink[] {
  const { trackers } = context;
  if (trackers.length === 0) return [];
  const found = [titlePassage(text.title), bodyPassage(text.body)].flatMap((passage) => {
    const spots = [...keysAtAddresses(passage, trackers), ...keysInText(passage, trackers)];
    return spots.toSorted((a, b) => a.start - b.start).map((spot) => ({ ...spot, passage }));
  });
  const owners = new Map(found.flatMap((one) => (one.sure ? [[projectOf(one.key), one.tracker] as const] : [])));
  return onceEach(found)
    .slice(0, mostLinks)
    .map(({ key, start, passage, tracker: first }) => {
      const { name, url } = owners.get(projectOf(key)) ?? first;
      const denied = context.readPhrase(passage.text.slice(Math.max(0, start - 200), start)).denies;
      return { tracker: name, key, url, place: passage.place, quote: passage.quoteAt(start), denied };
    });
}

interface Found extends Pick<KeySpot, "start" | "key"> {
  readonly tracker: ConfiguredTracker;
  /** Read from the tracker's own address: `SHOP-12` alone may be of any tracker that writes keys like that. */
  readonly sure: boolean;
}

function keysAtAddresses({ addresses }: Passage, trackers: readonly ConfiguredTracker[]): readonly Found[] {
  return addresses.flatMap(({ start, href }) =>
    trackers.flatMap((tracker) => {
      const key = tracker.keyAt(href);
      return key === null ? [] : [{ start, key, tracker, sure: true }];
    }),
  );
}

function keysInText({ text, addresses }: Passage, trackers: readonly ConfiguredTracker[]): readonly Found[] {
  const linked = new Map(addresses.flatMap((link) => (link.wordsEnd === null ? [] : [[link.start, link] as const])));
  return trackers.flatMap((tracker) =>
    tracker.keysIn(text).flatMap(({ start, end, key }) => {
      const link = linked.get(start);
      const elsewhere = link?.wordsEnd === end && leadsElsewhere(link, key, trackers);
      return elsewhere ? [] : [{ start, key, tracker, sure: false }];
    }),
  );
}

/** `[ADR-7](docs/adr/7.md)`: a link that is the key and nothing else, and leads to no tracker. */
function leadsElsewhere({ href }: Address, key: string, trackers: readonly ConfiguredTracker[]): boolean {
  if (href.toUpperCase().includes(key.toUpperCase())) return false;
  return trackers.every(({ keyAt }) => keyAt(href) === null);
}

function onceEach<One extends { readonly key: string }>(found: readonly One[]): readonly One[] {
  const kept = new Map<string, One>();
  for (const one of found) {
    const key = one.key.toUpperCase();
    if (!kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}
