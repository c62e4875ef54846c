import type { Round } from "../follow-up/follow-up.ts";
import { join, md } from "../markdown/markdown.ts";
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
  if (answers.length === 0) return [];
  const offered = [...answers, ...(when === "open" ? [later].filter(isOn) : [])];
  const block = offered.map(([command, rest]) => `/outcome ${command} ${rest}`).join("\n");
  return [
    `To answer, write a comment that begins with one of these lines, with your own words for those in capitals:`,
    `\`\`\`text\n${block}\n\`\`\``,
    `${exploration ? meaningOfExploration : meaningOfBelief} ${whoMayAnswer(offered, commands).markdown}`,
  ];
}

const meaningOfBelief = "To learn that it did not help is as good an answer as any: nobody has to try the same again.";
const meaningOfExploration =
  "Here `validated` means that it is worth going on like this, and `invalidated` that it is not, which is as good to know.";

/** Each command may have a permission of its own. */
function whoMayAnswer(offered: readonly Line[], commands: AnswerCommands): Markdown {
  const groups = [...Map.groupBy(offered, ([command]) => describeWho(commands[command]))];
  const [first, ...others] = groups.map(([who, lines]) => ({ who, names: lines.map(([name]) => md`${name}`) }));
  if (first === undefined) return md``;
  if (others.length === 0) {
    const authors = first.who === everybody ? md`` : md`, and the authors of what was merged`;
    return md`${{ markdown: capital(first.who) }} can answer${authors}.`;
  }
  const each = [first, ...others].map(({ who, names }) => md`${join(names, ", ")}: ${{ markdown: who }}`);
  return md`The authors of what was merged can write each of these. Who else can: ${join(each, "; ")}.`;
}

const everybody = "everybody";

/** `may`: what the configuration says of a command. */
function describeWho(may = "write"): string {
  switch (may) {
    case "anyone":
      return everybody;
    case "triage":
      return "people with triage access or more";
    case "write":
      return "people with write access";
    default:
      return `people with the role ${may === "maintain" ? "maintain or admin" : "admin"}`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
