import type { EffectCues } from "../effect-cues.ts";

/** Easier for those who make the software is no effect on those who use it. */
const notForUsers =
  "(?! (?:(?:for|to) )?(?:work|maintain|test|review|extend|refactor|reason|add|build|locate|debug|the team|our|us|reviewers?|developers|contributors|maintainers|read the code|understand the code)(?![\\p{L}]))";

export const englishEffectCues: EffectCues = {
  lessen: [
    "(?:reduc|decreas|minimi[sz]|eliminat|improv|sav|halv)(?:e[sd]?|ing)",
    "(?:lower|shorten|avoid|prevent|cut)(?:s|ed|ting|ing)?|shrink(?:s|ing)?|shrunk|speed(?:s|ing)? up|sped up",
  ],
  burden: [
    "(?:(?:load(?:ing)?|response|start-?up|boot|build|render(?:ing)?|query|execution|processing|wait(?:ing)?|bounce|inference|sync|page|compil(?:e|ation)|download|upload|search|reaction|cold start|run|cpu|allocation|install(?:ation)?|total|median|average|peak) )times?",
    "time (?:to|spent|for|it takes|needed|required)",
    "(?:latency|latencies|delays?|(?<!in-)memory(?: usage| consumption| footprint)?|cpu(?: usage| load)?)|headaches?",
    "hassle|lag|stutter(?:ing)?|bandwidth|network (?:requests|traffic|calls)|round[- ]?trips?|requests",
    "api calls|db queries|database (?:queries|load)|(?:bundle|binary|download|image|file) size|size of|duration",
    "overhead|battery|costs?|probability|likelihood|risk|frequency|number of|amount of|confusion|friction",
    "noise|clutter|clicks|steps|effort|frustration|error rates?|crashes|timeouts|drop-?offs?|bounce rate",
    "data loss|flicker(?:ing)?|jank|waiting|accidental \\S+",
  ],
  raise: ["(?:increas|improv|rais)(?:e[sd]?|ing)|(?:boost|accelerat)(?:s|es|ed|ing)?|doubl(?:e[sd]?|ing)"],
  gain: [
    "throughput|conversion|engagement|retention|adoption|hit rate|frame rate|fps|completion(?: rate)?",
    "battery life|sign-?ups?|discoverability",
  ],
  better: [
    `(?:easier|simpler)${notForUsers}|faster|quicker|quickly|smoother|clearer|cleaner|cheaper|lighter`,
    "safer|sooner|seamless(?:ly)?|effortless(?:ly)?|at a glance|instantly|twice as (?:fast|many|much)",
    "\\d[\\d.]* ?(?:x|times) (?:faster|smaller|fewer|less|more|quicker|lower)|half (?:the|as)|fewer",
    "without (?:having to|needing to|the need|lag|lagging|delays?|flicker(?:ing)?|jank|interruptions?|waiting|losing|freezing)",
    "speed-?ups?|more readable",
    "more (?:quickly|easily|clearly|responsive|reliabl[ey]|intuitive|accessible|efficient(?:ly)?|accurate(?:ly)?|predictabl[ey]|discoverable|visible|obvious|consistent(?:ly)?)",
    "less (?:confusing|noisy|often|frequent(?:ly)?|cluttered|likely|intrusive|time|memory)",
  ],
  ease: [
    `(?:makes?|making|made) (?:it|things|\\S+ \\S+) (?:much |far |a lot |significantly |even )?(?:easier|simpler|faster|clearer|quicker|more obvious|less confusing)(?: and \\S+)? (?:for|to)${notForUsers}|easier${notForUsers} for (?:\\S+ ){1,4}to|for (?:easier|faster|quicker|better) \\S+ing`,
    "(?:help|helps|helping) (?:the )?(?:\\S+ ){0,2}(?:users?|customers?|people|members|admins?|visitors?|readers?|developers|newcomers|operators|players|them|you) (?:to )?(?:quickly|easily|better|find|understand|see|know|avoid|recogni[sz]e|discover|notice|identify|decide|distinguish|debug|diagnose|spot|navigate|learn|get|tell)",
    "(?:users?|customers?|people|visitors?|readers?|players?|admins?|members|operators|they) (?:will |can |do |should |would )?(?:no longer|never again|(?:do |will |would )?(?:not|n['’]t) (?:have|need|be (?:asked|forced|confused|interrupted)))",
    "(?:prevent(?:s|ing)?|avoid(?:s|ing)?|reduc(?:es?|ing)|eliminat(?:es?|ing)|remov(?:es?|ing)) (?:\\S+ ){0,2}(?:confusion|frustration|friction|surprises?|clutter|annoyance|data loss|accidental \\S+)",
    "(?:cleaner|clearer|smoother|better|more consistent|seamless) (?:\\S+ ){0,3}(?:menus?|experience|flow|interface|ui|layout|navigation|view|onboarding|feedback|messages?) (?:without|with|for|when|instead|that|by)",
    "(?:we|i) (?:expect|anticipate) (?:more|fewer|less|higher|lower|faster)",
    "from (?:disrupting|interrupting|confusing|blocking|annoying|affecting) (?:the )?(?:\\S+ )?(?:users?|customers?|experience|people|workflow|player)",
  ],
  result: [
    "as a result",
    "this (?:way|will|should|would|makes|means|reduces|improves|speeds|allows|prevents|avoids|ensures|gives|lets|results|can|saves|cuts|lowers|helps)",
    "so (?:that )?(?:users?|people|they|you|the|customers?)|resulting in|results? (?:in|show|are)|thereby",
    "thus|therefore",
    "which (?:makes|means|reduces|improves|speeds|will|should|saves|avoids|prevents|lets|gives)|in order to",
    "(?:is|has been|was|were|have been) (?:now )?(?:reduced|decreased|improved|cut|halved)|now",
  ],
  span: [
    "from (?:~|about |around |roughly )?\\d[\\d.,]* ?(?:%|ms|s|sec|seconds?|min|minutes?|h|hours?|days?|[kmg]i?b|x)? ?(?:\\S+ )?(?:down |up )?to (?:~|about |around |roughly |under |less than )?\\d[\\d.,]* ?(?:%|ms|s|sec|seconds?|min|minutes?|h|hours?|days?|[kmg]i?b|x)",
  ],
  vague: [
    "(?:improv|enhanc|better|optimi[sz])(?:e[sd]?|ing|ment)?s? (?:the |overall |general |our |and )*(?:code|readability|maintainability|quality|structure|organi[sz]ation|test(?:s|ing|ability)?|developer experience|dx|ci|coverage|security|type safety|clarity|consistency|error handling|documentation|logging)",
    "(?:improv|enhanc|better)(?:e[sd]?|ing)? (?:the |overall |general |our )*(?:ux|user experience|performance|usability|experience|ui|efficiency|reliability|stability|accessibility)(?! (?:of|for|when|in|on|by|with|while|during|from))",
  ],
};
