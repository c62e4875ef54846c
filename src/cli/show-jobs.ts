import { type GivenUpJob, type JobList, nameJob, plain, tellOthers } from "./given-up.ts";

/** Characters of an id that are shown: as with commits, so many tell them apart. */
const SHORT_ID = 8;

/** In characters, so that a line fits a terminal. */
const SHORT_ERROR = 90;

/** The list as people read it: what to do about it stands at its end. */
export function showList({ counts, givenUp }: JobList): string {
  const others = tellOthers(counts);
  if (givenUp.length === 0) return `No job was given up on. The others: ${others}.\n`;
  const rows = givenUp.map((letter) => {
    const { id, givenUpAt, tries, error } = letter;
    return `${id.slice(0, SHORT_ID)}  ${minute(givenUpAt)}  ${nameJob(letter)}\n          after ${tell(tries, "try", "tries")}: ${cut(plain(error))}\n`;
  });
  return `${rows.join("")}
${tell(givenUp.length, "job was", "jobs were")} given up on. The others: ${others}.
All of one: outcome jobs show ID. Send again: outcome jobs replay ID, or --all.
`;
}

export function showOne(letter: GivenUpJob): string {
  const { installation } = letter.job;
  return [
    ["Job", nameJob(letter)],
    ["ID", letter.id],
    ...(typeof installation === "number" ? [["Installation", String(installation)]] : []),
    ["Sent", minute(letter.sentAt)],
    ["Given up on", `${minute(letter.givenUpAt)}, after ${tell(letter.tries, "try", "tries")}`],
    ["Last error", plain(letter.error)],
  ]
    .map(([name = "", value = ""]) => `${`${name}:`.padEnd(14)}${value}\n`)
    .join("");
}

/** One line of JSON. */
export function toLine(letter: GivenUpJob): string {
  return `${JSON.stringify(letter)}\n`;
}

export function tell(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function minute(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

function cut(text: string): string {
  return text.length <= SHORT_ERROR ? text : `${text.slice(0, SHORT_ERROR - 1)}…`;
}
