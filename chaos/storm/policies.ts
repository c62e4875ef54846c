type Level = "off" | "note" | "advise" | "require";

/** A configuration with what it asks. Nothing here is worked out from the text. */
export interface Policy {
  readonly name: string;
  readonly text: string;
  readonly link: Level;
  readonly belief: Level;
  readonly comments: "when needed" | "never";
  /** Whether a closed issue is a problem still. */
  readonly counts: "any problem" | "open problems";
}

/** Pull requests with this label are asked nothing, everywhere. */
export const EXCUSED = "no-problem-needed";

/** Short, so that the end of the author's peace falls into the run; the default is two minutes. */
const common = `exemptions:\n  labels: [${EXCUSED}]\n`;
const soon = "comments:\n  grace: 0 seconds\n";
const later = "comments:\n  grace: 4 seconds\n";

const advising = { link: "advise", belief: "advise", comments: "when needed", counts: "any problem" } as const;

export const policies: readonly Policy[] = [
  { ...advising, name: "advise", text: `${common}${soon}` },
  { ...advising, name: "advise, after a while", text: `${common}${later}` },
  { ...advising, name: "require", text: `mode: require\n${common}${soon}`, link: "require", belief: "require" },
  {
    ...advising,
    name: "require the link",
    text: `rules:\n  links-problem: require\n${common}${later}`,
    link: "require",
  },
  { ...advising, name: "link only", text: `rules:\n  states-hypothesis: note\n${common}${soon}`, belief: "note" },
  { ...advising, name: "belief only", text: `rules:\n  links-problem: off\n${common}${soon}`, link: "off" },
  { ...advising, name: "without comments", text: `${common}comments: never\n`, comments: "never" },
  {
    ...advising,
    name: "open problems",
    text: `problems:\n  state: open\n${common}${soon}`,
    counts: "open problems",
  },
];
