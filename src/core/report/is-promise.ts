import { notEvaluated } from "./given-up.ts";
import { afterwards, askedAgain } from "./title.ts";

/** Whether the title of a check says that something will follow: a day, or another try. */
export function isPromise(title: string): boolean {
  return title.includes(afterwards) || title.endsWith(askedAgain) || title.startsWith(notEvaluated);
}
