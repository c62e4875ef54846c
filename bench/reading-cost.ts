import { entryReader } from "../src/cli/read-entry.ts";
import { usualSettings } from "../src/cli/read-settings.ts";
import { languages } from "../src/core/statements/languages/index.ts";
import { summarise } from "./summarise.ts";

/** What people send, in the forms in which a look meets it. */
export interface HostileText {
  readonly kind: "pull_request" | "issue";
  readonly title: string;
  readonly body: string;
  readonly templates: readonly string[];
}

const settings = {
  ...usualSettings,
  statements: { ...usualSettings.statements, languages: languages.map(({ name }) => name) },
};

/**
 * What it costs to read one text in all languages and for all trackers, in milliseconds of this thread: the machine may
 * have other work. Each look builds its reader anew, as a job does.
 */
export function readingCost({ kind, title, body, templates }: HostileText): number {
  const before = process.threadCpuUsage();
  const read = entryReader(settings, "https://github.com");
  read({ kind, owner: "acme", repo: "shop", title, body, templates: [...templates] });
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** The middle of several: collections of the heap come when they like. */
export function steadyCost(text: HostileText, rounds: number): number {
  return summarise(Array.from({ length: rounds }, () => readingCost(text))).median;
}
