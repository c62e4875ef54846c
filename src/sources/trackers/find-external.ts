import type { External } from "../../core/facts/external-link.ts";
import { phraseReader } from "../links/keyword-phrases.ts";
import { configuredTrackers } from "./configured-trackers.ts";
import { type ExternalText, findExternalLinks } from "./find-external-links.ts";
import type { TrackerSettings } from "./tracker-settings.ts";

interface Settings {
  readonly links: { readonly keywords: readonly string[] };
  readonly trackers: readonly TrackerSettings[];
}

/** The keys that link a change to issues of the configured trackers: what the text says is none of it, is not among them. */
export function findExternal(text: ExternalText, settings: Settings): External {
  const trackers = configuredTrackers(settings.trackers);
  const found = findExternalLinks(text, { trackers, readPhrase: phraseReader(settings.links.keywords) });
  const links = found.flatMap(({ denied, ...link }) => (denied ? [] : [link]));
  return { trackers: trackers.map(({ name }) => name), links };
}
