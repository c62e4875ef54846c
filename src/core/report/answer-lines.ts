import type { Round } from "../follow-up/follow-up.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import type { AnswerCommands, QuestionSettings } from "./question-settings.ts";
import { isExploration } from "./round-words.ts";

/** What stands for people's own words in the lines to answer with. Pasted as it is, it says nothing. */
export const answerForms = {
  seen: "WHAT WAS SEEN OR WHERE IT STANDS",
  learned: "WHAT WAS LEARNED",
  open: "WHY IT CANNOT BE TOLD",
} as const;

type Line = readonly [command: keyof AnswerCommands, rest: string];

const afterBelief: readonly Line[] = [
  ["validated", answerForms.seen],
  ["invalidated", answerForms.learned],
  ["inconclusive", answerForms.open],
];

const afterExploration: readonly Line[] = [
  ["validated", answerForms.learned],
  ["invalidated", answerForms.learned],
  ["inconclusive", answerForms.open],
];

const later: Line = ["snooze", "2 weeks"];

/** How to answer, and who may: nothing where every command that answers is switched off. `when`: whether it can still be put off. */
export function renderAnswerLines(
  round: Pick<Round, "served">,
  { commands }: QuestionSettings,
  when: "open" | "lapsed",
): readonly string[] {
  const exploration = isExploration(round);
  const isOn = ([command]: Line) => commands[command] !== "off";
  const answers = (exploration ? afterExploration : afterBelief).filter(isOn);
  const [first] = answers;
  if (first === undefined) return [];
  const offered = [...answers, ...(when === "open" ? [later].filter(isOn) : [])];
  const block = offered.map(([command, rest]) => `/outcome ${command} ${rest}`).join("\n");
  return [
    `To answer, write a comment that begins with one of these lines, with your own words for those in capitals:`,
    `\`\`\`text\n${block}\n\`\`\``,
    `${exploration ? meaningOfExploration : meaningOfBelief} ${whoMayAnswer(commands[first[0]]).markdown}`,
  ];
}

const meaningOfBelief = "To learn that it did not help is as good an answer as any: it spares others the same way.";
const meaningOfExploration =
  "Here `validated` means that it is worth going on like this, and `invalidated` that it is not, which is as good to know.";

/** `may`: what the configuration says of the first that is offered. */
function whoMayAnswer(may = "write"): Markdown {
  switch (may) {
    case "anyone":
      return md`Everybody can answer.`;
    case "triage":
      return md`People with triage access or more can answer, and the authors of what was merged.`;
    case "write":
      return md`People with write access can answer, and the authors of what was merged.`;
    default:
      return md`People with the role ${{ markdown: may === "maintain" ? "maintain or admin" : "admin" }} can answer, and the authors of what was merged.`;
  }
}
