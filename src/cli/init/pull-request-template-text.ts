import { linksProblem } from "../../core/rules/links-problem.ts";
import { statesHypothesis } from "../../core/rules/states-hypothesis.ts";

/** The lines that the comment asks people to paste; in capitals what is to be replaced. */
export const pullRequestTemplateText = `${linksProblem.paste}
${statesHypothesis.paste} We will know when METRIC moves from NOW to TARGET within WINDOW.
<!-- Nobody can know yet? Put "Exploring: QUESTION" in place of the claim. No problem behind it? "No outcome: REASON" says so. -->
`;
