import { evaluateCandidates } from "./eval-candidates/evaluate.ts";
import { readPart, readProblems } from "./eval-candidates/fixtures.ts";
import { renderCandidates } from "./eval-candidates/render.ts";

/** `npm run eval:candidates [-- --each]`: how often the problem of a made-up pull request is named, and nothing where there is none. */
const problems = readProblems();
const style = process.argv.includes("--each") ? "each" : "summary";
for (const part of ["first", "second", "third", "fourth"] as const) {
  process.stdout.write(renderCandidates(part, evaluateCandidates(problems, readPart(part)), style));
}
