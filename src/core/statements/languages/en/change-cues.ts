import type { Cues } from "../cues.ts";

/** Stems of what a change says that it does, from its first word on. */
const ownVerbs = [
  "add|allow|adjust|align|annotat|appl|avoid|backport|bump|cach|catch|centraliz|chang|check|clarif",
  "clean|clear|clos|configur|consolidat|convert|correct|creat|cherry|dedup|default|defer|defin",
  "delet|depend|deprecat|detect|disabl|display|document|drop|enabl|enforc|enhanc|ensur|escap|exclud",
  "expos|extend|extract|filter|fix|format|forward|gat|generat|group|guard|handl|hid|ignor|implement",
  "improv|includ|increas|initializ|inject|inlin|instrument|integrat|introduc|keep|limit|link|list",
  "load|log|lower|mak|mark|merg|migrat|mirror|mock|modif|mov|normaliz|omit|optimiz|overrid|parallel",
  "pars|pass|pin|populat|port|prefer|prefix|preserv|prevent|propagat|provid|publish|put|rais",
  "re-?\\p{L}+|reduc|refactor|refin|regist|releas|reload|remov|renam|render|reorder|reorganiz",
  "replac|report|requir|resolv|restor|restrict|restructur|retr|return|reus|revert|rework|rewrit",
  "roll|rout|run|sanitiz|select|send|separat|set|shar|show|simplif|skip|sort|split|standardiz|start",
  "stop|stor|streamlin|strip|support|suppress|swap|switch|sync|test|throw|tidy|track|trim|try|turn",
  "tweak|unif|unskip|updat|upgrad|us|validat|verif|warn|wir|wrap|writ",
].join("|");

/** What a change does to a trouble. */
const cures = [
  "fix(?:es|ed|ing)?|resolv(?:e[sd]?|ing)|solv(?:e[sd]?|ing)|address(?:es|ed|ing)?",
  "prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?|stop(?:s|ped|ping)?|correct(?:s|ed|ing)?",
  "eliminat(?:e[sd]?|ing)|closes|handles?|protect(?:s|ed|ing)?",
].join("|");

/** What English sentences say of a change: that they tell of it, ask for it, and what trouble it ends. */
export const englishChangeCues: Pick<Cues, "plan" | "since" | "ownChange" | "cure" | "ended" | "request"> = {
  plan: [
    "(?<!right )now (?:we|you|users)",
    "should(?! not|n['’]?t)",
    "(?:is|are|can|will|does|has|have) now|now (?:be|is|are|can|it|the|correctly|properly|works?)",
    "(?:i|we|you) can|let me know|feel free",
    "would (?:allow|enable|help|let|make|be|give|also|like|provide|improve)|ideally|i(?:['’]d| would) like",
    "we (?:want|should|must|need|could|plan|will|would)",
    "will (?:allow|enable|help|let|make|be|improve|provide)|(?:so that|in order to) .*|for example",
  ],
  since: ["(?<!(?:right|until|up to|by|just|even|for|as of) )now"],
  ownChange: [
    "(?:do not|don['’]?t)",
    "(?:(?:in|with|after|by) )?th(?:is|e|ese) (?:pr|pull request|change|commit|patch|branch|diff|mr|merge request|fix|update|feature|release|changeset|cl|work|refactoring|addition|implementation|improvement)s?(?! (?:is|was) needed)",
    "(?:we|i)(?:['’]ve| have)? (?:now|added|changed|fixed|updated|removed|implemented|refactored|moved|made|introduced|replaced|created|also|decided|renamed)",
    "now|also|additionally|instead|finally",
    "this (?:adds?|fix(?:es)?|removes?|changes?|updates?|makes?|allows?|enables?|will|should|ensures?|prevents?|introduces?|improves?|replaces?|adjusts?|implements?|moves?|switches|uses?|addresses|resolves|is (?:a|the) (?:follow|fix|port|back|clean|refactor|small|simple))",
    `(?:${ownVerbs})(?:e|es|ed|d|s|y|ies|ied|led|ped|ted|ten|ged|bed|n)?(?! (?:is|are|was|were|do|does|did|don|can|cannot|will|would|should|could|have|has|had|fails?|not))`,
    "(?:add|fix|remov|bump|port|refactor|mov|renam|revert|introduc|implement|replac|upgrad)ing",
  ],
  cure: [
    `(?:${cures}) .{0,160}?(?:where(?:by)?|when(?:ever)?|which|that|from|because|caus(?:ed|ing)|if|while|after|due to|vulnerabilit\\S+|instead of)`,
  ],
  ended: ["no longer|(?:does|do|is|are|will|can|would)(?:n['’]?t| not) [^.;]{0,40}any ?more"],
  request: [
    "(?:do not|don['’]?t|never|always|must|should)",
    "(?:we|i) (?:really |also )?need(?! to\\b)",
    "please(?! (?:see|check|find|look|view|refer|help|advise|note))|could you|can (?:you|we)",
    "would (?:it|you)|we (?:should|need to|want to|could|would like)",
    "i(?:['’]d| would)? (?:like|want|wish|love|propose|suggest)",
    "it (?:would|could|might) be (?:nice|great|good|helpful|useful|cool|awesome)",
    "(?:feature|enhancement|new feature|proposal|requirement|task|rfc|feat|chore|request|support|tracking|epic|story|todo)\\b",
    "add|allow|build|change|configure|convert|create|deprecate|design|disable|document|enable|enhance",
    "ensure|expose|extend|extract|generate|implement|improve|include|integrate|introduce|investigate",
    "make|merge|migrate|move|port|provide|refactor|remove|rename|replace|return|rewrite|set up|show",
    "split|support|switch|update|upgrade|use|write",
  ],
};
