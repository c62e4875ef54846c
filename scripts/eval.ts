import { parseArgs } from "node:util";
import { entryReader } from "../src/cli/read-entry.ts";
import { usualSettings } from "../src/cli/read-settings.ts";
import { readCorpus } from "./eval/corpus.ts";
import { evaluateCorpus } from "./eval/evaluate.ts";
import { renderEvaluation } from "./eval/render.ts";

/** `npm run eval -- FOLDER [--only problem,effect] [--part dev]`: how well real texts are read, held against their labels. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, part: { type: "string", default: "dev" } },
});
const [folder] = positionals;
if (folder === undefined)
  throw new Error("Name the folder: npm run eval -- FOLDER [--only problem,effect] [--part dev]");

const evaluation = evaluateCorpus(readCorpus(folder, values.part), {
  read: entryReader(usualSettings, "https://github.com"),
  clock: () => performance.now(),
});
const only = values.only?.split(",");
const scores = evaluation.scores.filter(({ id }) => only === undefined || only.includes(id));
process.stdout.write(renderEvaluation({ ...evaluation, scores }));
