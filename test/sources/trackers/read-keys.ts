import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { phraseReader } from "../../../src/sources/links/keyword-phrases.ts";
import { configuredTrackers } from "../../../src/sources/trackers/configured-trackers.ts";
import { findExternalLinks } from "../../../src/sources/trackers/find-external-links.ts";
import { trackersSchema } from "../../../src/sources/trackers/tracker-settings.ts";

export type Written = { readonly title?: string; readonly body?: string };

/** What is found with these trackers switched on, in order. */
export function readExternal(trackers: readonly object[], { title = "", body = "" }: Written) {
  const context = { trackers: configuredTrackers(trackersSchema.parse(trackers)), readPhrase: phraseReader([]) };
  return findExternalLinks({ title, body: parseBody(body) }, context);
}

/** The keys that one tracker finds in a text. */
export function keysOf(tracker: string, body: string): readonly string[] {
  return readExternal([{ name: tracker }], { body }).map(({ key }) => key);
}
