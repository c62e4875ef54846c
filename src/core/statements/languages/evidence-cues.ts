/** The words by which one language gives away what can be checked; see `Cues`. */
export interface EvidenceCues {
  /** A picture of what is to come: "mock-up", "should look like". */
  readonly design: readonly string[];
  /** Over a picture of what was before a change: "Before", "Current". */
  readonly earlier: readonly string[];
  /** Names what code behind it is: what somebody got or did, and not what is proposed. "Stack trace", "to reproduce". */
  readonly specimen: readonly string[];
  /** Something was seen to come out, if there is trouble: "returns", "I get". */
  readonly output: readonly string[];
  /** What is proposed, wanted or only an example of use. */
  readonly proposed: readonly string[];
  /** Where others said it: "reported in", "coming from". */
  readonly reported: readonly string[];
  /** What a link to a chat is called: "thread", "discussion". */
  readonly conversation: readonly string[];
  /** A study of users: "interviews", "usability test". */
  readonly study: readonly string[];
  /** A body of data: "analytics", "A/B test". */
  readonly data: readonly string[];
  /** What a study or data does: "show", "indicate". */
  readonly finding: readonly string[];
  /** What tells the weight of a problem when it is counted, right behind the number: "users", "tickets". */
  readonly counted: readonly string[];
  /** What percentages and amounts are measured of: "of requests", "CPU", "conversion". */
  readonly measured: readonly string[];
  /** Something takes its time: "takes", "waited". */
  readonly lasting: readonly string[];
  /** Units of time and of size, right behind a number. */
  readonly unit: readonly string[];
  /** When a number held: "as of", "in the last month". */
  readonly dated: readonly string[];
  /** A number that was set and not found: "limit", "default", "up to". */
  readonly bound: readonly string[];
  /** A sentence that tells how to make it happen, from there on. */
  readonly reproduce: readonly string[];
  /** What one does with software, as the first words of a step: "Go to", "Click". */
  readonly operate: readonly string[];
}
