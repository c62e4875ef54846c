import { part, splitAt } from "../../split-at.ts";
import type { Belief, ClaimWords } from "../claim-words.ts";

export const englishClaims: ClaimWords = {
  opener: "we (?:(?:strongly|firmly|also|still) )?(?:believe|hypothesi[sz]e|bet)(?: that)?",
  promise: "will",
  doubt:
    "doubt(?:s|ed|ful)?|unsure|not (?:sure|certain|convinced|clear|true|that|because|so much that)|if|whether|unless|until|should|(?:do|does|did|can|could|would|will)(?: not|n['’]?t)? (?:we|i|you|they|anyone|anybody|think|believe|know|see)|no reason|nobody|used to|wrong(?:ly)? (?:that|when|where|if)?",
  denial:
    "(?:honestly |actually |frankly |no,? )*(?:we|i) (?:(?:really|actually|honestly|currently|still) )?(?:do not|don['’]?t|did not|didn['’]?t|no longer|cannot|can['’]?t|never|doubt) ?(?:really |actually |currently |yet |that )*(?:believe|think|expect|hypothesi[sz]e|bet|we|this|it|know|have|see|say)?",
  knowing: "(?:(?:and|then) )?we(?:['’]ll| will) know",
  when: "when|if|once|because",
  splitBelief,
  parts: {
    "we believe": "change",
    "we believe that": "change",
    change: "change",
    for: "who",
    who: "who",
    will: "effect",
    effect: "effect",
    because: "because",
    reason: "because",
    metric: "metric",
    baseline: "baseline",
    from: "baseline",
    target: "target",
    to: "target",
    window: "window",
    within: "window",
  },
  vague: (
    "improve improves improved improving help helps helping fix fixes make makes making be is become get gets work works working do does " +
    "solve solves enhance enhances have has give bring brings lead change changes result it this that these them they " +
    "thing things everything stuff something all a an the lot lots bit much more most far way really very so well better " +
    "best good great nice nicer easier simpler cleaner fine positive positively benefit benefits beneficial useful helpful valuable value impact effect effects " +
    "improvement improvements outcome outcomes results situation problem problems issue issues us everyone everybody people user users " +
    "should would could will can may might hopefully probably i we think hope expect believe bet am convinced sure " +
    "customer customers experience ux overall general generally significantly greatly product app to for in of and our their your its"
  ).split(" "),
};

function splitBelief(belief: string): Belief {
  const [main, because] = splitAt(belief, /[,;]?\s(?:because|since)\s/iu);
  const ifThen = /^\W*if\s(.*?),?\sthen\s/iu.exec(main);
  if (ifThen !== null) {
    return { change: part(ifThen[1]), who: null, effect: part(main.slice(ifThen[0].length)), because: part(because) };
  }
  const [left, effect] = splitAt(main, /\swill\s/iu);
  if (effect === undefined) return { change: null, who: null, effect: null, because: part(because) };
  const subject = left.replace(/,?\s(?:we|this|it)$/iu, "").replace(/^by\s/iu, "");
  const cut = subject.toLowerCase().lastIndexOf(" for ");
  const change = cut < 0 ? subject : subject.slice(0, cut);
  return {
    change: part(change),
    who: cut < 0 ? null : part(subject.slice(cut + 5)),
    effect: part(effect),
    because: part(because),
  };
}
