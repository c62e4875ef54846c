import type { Cues } from "./cues.ts";
import { englishEffectCues } from "./effect-cues-en.ts";
import { englishEvidenceCues } from "./evidence-cues-en.ts";
import { englishTitles } from "./titles-en.ts";

const not = "(?:n['’]?t|not|never)";

export const englishCues: Cues = {
  ...englishTitles,
  ...englishEvidenceCues,
  ...englishEffectCues,
  contrast: [
    "but|however|although|though|whereas|unfortunately|yet|despite|rather than|instead|only to|nothing happens",
  ],
  failure: [
    "crash(?:es|ed)|hangs|hung|freezes|froze|breaks|broke|fails|failed|throws|threw|loses|lost|disappears|disappeared|vanish(?:es|ed)|panics|panicked|segfaults|leaks|time[sd] out|stop(?:s|ped) working|(?:is|are|was|were|gets?|got) (?:broken|lost|stuck|corrupted)|(?:does|do|did)(?:n['’]?t| not) work",
    "cannot|can['’]?t|can not|could(?:n['’]?t| not)|(?:is|are|was|were) (?:unable|impossible|not able)",
  ],
  trouble: [
    "no (?:\\S+ )?way (?:to|of|for)|nothing happens",
    "can not|caus(?:es|ed|ing) (?:\\S+ ){0,2}(?:issues?|problems?|errors?|troubles?|bugs?)|overlap|overflow|misalign|is blocking|intolerabl\\p{L}*|unbearabl\\p{L}*",
    "r[au]n(?:ning)? into (?:an? |some |the )?(?:\\S+ )?(?:issues?|problems?|difficult\\S+|errors?|troubles?|bugs?)|xss|csrf|(?:sql|code|script|command) injections?|not able to",
    "fail(?:s|ed|ing|ures?)?",
    "(?:crash|freez|hang|stall|panick?|segfault|deadlock|flicker|leak|glitch|misbehav)(?:e?s|e?d|ing)?",
    "hung|froze|frozen|stuck",
    "break(?:s|age)?(?! down| the| up)|broke|broken|breaking(?! changes?)",
    "throw(?:s|n|ing)?|threw",
    "(?:null ?pointer|npe|type ?error|out of memory|oom|stack overflow|infinite loops?|race conditions?|memory leaks?)",
    "(?:an?|the|with|this|uncaught|unhandled|following|throws?|raises?|null\\S*) (?:\\S+ )?exceptions?|exceptions? (?:is|are|was|were|when|if|thrown|occurs?|occurred|in|at)|errors? (?:occurs?|occurred|is|are|was|were|when|if|out|message|appears?|shows?)|(?:get|gets|got|getting|see|seeing|saw|shows?|showing|an|the|with an|following) (?:\\S+ ){0,2}errors?",
    "(?:corrupt|truncat|clipp?|overlapp?|misalign|overwrit|overflow|duplicat|double|misattribut|mislabel)(?:e?s|t?e?d|t?ing|ten)",
    "loses?|lost|losing|disappear(?:s|ed|ing)?|vanish(?:es|ed|ing)?|dropped silently|silently \\S+",
    "(?:in|un|mis|im)(?:correct|accurate|consistent|valid|readable|usable|accessible|expected|intentional|leading|proper|intuitive|configured|matched|stable|reliable|responsive|bounded|handled|supported|available|defined|necessary|secure|behaved|clear|complete)(?:ly|ness)?",
    "wrong(?:ly)?|bad(?:ly)?|buggy|bugs?|bugged|flawed|faulty|stale|outdated|obsolete|malformed|garbled|blank|missing|misses|missed|mismatch(?:es|ed)?|ambiguous|redundant|orphaned|vulnerab(?:le|ility|ilities)|regress(?:ion|ions|ed|es)|attacks?|exploit(?:s|ed|able)?|unresponsive|degraded?|degrades",
    "hard[- ]?coded|instead of (?:being|the|a|an|showing|just)\\b|instead of \\S+ing",
    "(?:time[sd]?|timing) ?out|rejected|ignored?|ignores|skipped(?= even| when| if)|reset(?:s|ting)?(?= to)|redirect(?:s|ed)(?= to)",
    `should ${not}|shouldn['’]?t`,
    "problematic|problems? (?:is|are|was|were|where|when|with|that|because|for|in)|issues? (?:is|are|was|were|where|when|with|that|occurs?)|trouble|defects?|incorrectness|unable|impossible",
    "not (?:properly|correctly|working|work|respected|honou?red|as expected)|screw(?:s|ed|ing)? up|mess(?:es|ed|ing)? up|visual(?:ly)? (?:bug|glitch|noise)",
    "block(?:s|ed|ing) (?:users?|customers?|people|anyone|us|me|them|the|non|all|any)|blocked",
    "hid(?:den|es)|obscure[sd]?|cut off|clutter(?:s|ed)?|off[- ]screen|out of (?:sync|bounds|place|date)",
  ],
  lack: [
    "(?:can|could) (?:currently )?only",
    `(?:does|do|did|is|are|was|were|has|have|had|could|would|will|wo|ca|can) ?${not}(?! only| need| necessar)`,
    "cannot|can['’]?t|couldn['’]?t|won['’]?t|wasn['’]?t|weren['’]?t|isn['’]?t|aren['’]?t|doesn['’]?t|don['’]?t|didn['’]?t|hasn['’]?t|haven['’]?t|never",
    "there(?:['’]s| is| are| was| were) (?:currently |still |also )?(?:no|only|nothing)|no (?:easy |good |simple |reasonable |built-in |first-class |clear |obvious |direct |native |real )?(?:way|option|means|workaround|support|ability|mechanism|indication|feedback|control|possibility)",
    "(?:ha(?:s|ve|d)|provide[sd]?|gives?|gave|offers?|offered|emits?|shows?|with) (?:no|very little|little|nothing)|lack(?:s|ed|ing)?(?: of)?|absence of|without (?:any|a|an|the)|only (?:way|option|works?|supports?|supported|shows?|showed|showing|possible|allows?|allowed)",
    "not (?:possible|able|available|supported|working|work|shown|visible|clear|easy|obvious|intuitive|enough|properly|correctly|being|allowed|displayed|rendered|updated|respected|editable|clickable|in sync)",
    "no longer|anymore|any more",
    "very little|limited to|limits",
  ],
  pain: [
    "too \\p{L}+",
    "confus(?:e[sd]?|ing|ion)|annoy(?:s|ed|ing|ance)?|frustrat(?:e[sd]?|ing|ion)|pain(?:ful|s)?(?: points?)?|tedious|cumbersome|inconvenien(?:t|ce)|awkward|clunky|ugly|gross|weird|strange|odd|unfortunate(?:ly)?|disrupt(?:s|ed|ing|ive)?|struggl(?:e[sd]?|ing)|suffer(?:s|ed|ing)?|complain(?:s|ed|ts?|ing)?|surpris(?:ed|ing)|overwhelm(?:s|ed|ing)",
    "(?:hard|difficult|challenging|time[- ]consuming|expensive|impractical) (?:to|for|and)|hard(?:er)?|difficult(?:y|ies)?|slow(?:s|er|ed|ly|ness)?|sluggish|laggy|lags?|latency|blurry|noisy|spamm?(?:s|y|ed|ing)?",
    "(?:have|has|had|having|need|needs|needed) to (?:manually|always|keep|repeatedly|first|also|re\\S+|guess|remember|work around|scroll|click|copy|wait|redo|go|jump|type|restart|refresh)|forced to|manually|workarounds?|again and again|over and over|every (?:single )?time|too (?:much|many|long|large|big|small|slow|short|late|early|strict|often|easy|hard|noisy)",
    "lead(?:s|ing)? to|led to|caus(?:e[sd]?|ing)|result(?:s|ed|ing)? in|which means|this means|meaning (?:that|users?|you)|making it|makes it|made it|as a result",
  ],
  until: [
    "previous(?:ly)?|formerly|before (?:this|that|the fix)|until now|so far|up to now|originally|current(?:ly)?|today|right now|at the moment|at present|as of now|presently",
  ],
  before: [
    "used to|the (?:old|original|existing|prior)|still|already|was|were|had|did|would|could",
    "seems?|appears?|looks? like|noticed|discovered|reported|observed|encounter(?:s|ed)?|experienc(?:e|es|ed|ing)|(?:we|i) (?:saw|found|see|hit|ran into|got)|in (?:production|practice)",
  ],
  situation: [
    "when(?:ever)?|if|once|while|after|during|in (?:some|certain|rare|many|most|these|those|this|that) (?:cases?|situations?|scenarios?|instances?|circumstances?)|sometimes|occasionally|intermittently|randomly|often|every time|under (?:some|certain|load|heavy)|on (?:mobile|windows|mac(?:os)?|linux|ios|android|safari|firefox|chrome|phones?|tablets?|desktops?|touch|small(?:er)? (?:screens|devices))|since (?:version|v?\\d|updating|upgrading|the (?:last|latest|update|upgrade))|even (?:if|though|when)|without",
  ],
  users: [
    "(?:end[- ]?)?users?|customers?|clients?(?= (?:can|could|are|were|who|have|had|do|see))|people|buyers?|sellers?|owners?|managers?|employees|staff|writers?|visitors?|viewers?|readers?|players?|admins?|administrators?|operators?|merchants?|shoppers?|students?|teachers?|patients?|veterans?|publishers?|guests?|members?|subscribers?|consumers?|participants?|editors?|agents?",
    "you|your|screen[- ]?readers?",
  ],
  self: ["i|me|my|we|our"],
  plan: [ "(?:fails?|failed|errors?) now (?:we|you|users|it)", 
    "now (?:we|you|users)",
    "should(?! not|n['’]?t)",
    "(?:is|are|can|will|does|has|have) now|now (?:be|is|are|can|it|the|correctly|properly|works?)|(?:i|we|you) can|let me know|feel free",
    "would (?:allow|enable|help|let|make|be|give|also|like|provide|improve)|ideally|i(?:['’]d| would) like|we (?:want|should|must|need|could|plan|will|would)|will (?:allow|enable|help|let|make|be|improve|provide)|(?:so that|in order to) .*|for example",
  ],
  internal: [
    "composite actions?|actions/checkout|github action",
    "ci(?:/cd)?|cd|(?:ci|github|release|build|pr) workflows?|workflow (?:files?|runs?|yml)|github actions?|actions? (?:workflow|failure)|pipelines?|jenkins|travis|circleci|buildkite|devin|codecov|coverage|runners?",
    "(?:unit |integration |e2e |smoke |snapshot |flaky )?tests?(?: cases?| suites?| files?| runs?)?|testing|flak(?:e|es|y|iness)|fixtures?|mocks?|mocked|test(?:bed|suite|case)s?",
    "lint(?:er|s|ing)?|eslint|clippy|prettier|rubocop|mypy|pylint|ruff check|type[- ]?check(?:s|ing|er)?|compil(?:e|es|ed|er|ation) (?:error|warning|fail\\S*)s?|(?:compiler|deprecation|build) (?:warnings?|errors?|failures?)|build (?:process|script|system|step|time)s?",
    "refactor(?:s|ed|ing)?|clean[- ]?ups?|code ?base|readability|maintainab\\S+|boilerplate|dead code|duplicat\\S+ code|technical debt|tech debt|typos?|code style|naming|monorepo",
    "contributors?|maintainers?|reviewers?|commit messages?|pull requests?(?= template)|pr templates?|changelogs?|release process|release scripts?|dev(?:elopment)? (?:environment|setup|server|loop)|sentry|source[- ]?maps?|renovate|dependabot|publishable|internal(?:ly)?",
  ],
  ownChange: [
    "(?:do not|don['’]?t)",
    "(?:(?:in|with|after|by) )?th(?:is|e|ese) (?:pr|pull request|change|commit|patch|branch|diff|mr|merge request|fix|update|feature|release|changeset|cl|work|refactoring|addition|implementation|improvement)s?(?! (?:is|was) needed)",
    "(?:we|i)(?:['’]ve| have)? (?:now|added|changed|fixed|updated|removed|implemented|refactored|moved|made|introduced|replaced|created|also|decided|renamed)",
    "(?:now|also|additionally|instead|finally|this (?:adds?|fix(?:es)?|removes?|changes?|updates?|makes?|allows?|enables?|will|should|ensures?|prevents?|introduces?|improves?|replaces?|adjusts?|implements?|moves?|switches|uses?|addresses|resolves|is (?:a|the) (?:follow|fix|port|back|clean|refactor|small|simple)))",
    "(?:add|allow|adjust|align|annotat|appl|avoid|backport|bump|cach|catch|centraliz|chang|check|clarif|clean|clear|clos|configur|consolidat|convert|correct|creat|cherry|dedup|default|defer|defin|delet|depend|deprecat|detect|disabl|display|document|drop|enabl|enforc|enhanc|ensur|escap|exclud|expos|extend|extract|filter|fix|format|forward|gat|generat|group|guard|handl|hid|ignor|implement|improv|includ|increas|initializ|inject|inlin|instrument|integrat|introduc|keep|limit|link|list|load|log|lower|mak|mark|merg|migrat|mirror|mock|modif|mov|normaliz|omit|optimiz|overrid|parallel|pars|pass|pin|populat|port|prefer|prefix|preserv|prevent|propagat|provid|publish|put|rais|re-?\\p{L}+|reduc|refactor|refin|regist|releas|reload|remov|renam|render|reorder|reorganiz|replac|report|requir|resolv|restor|restrict|restructur|retr|return|reus|revert|rework|rewrit|roll|rout|run|sanitiz|select|send|separat|set|shar|show|simplif|skip|sort|split|standardiz|start|stop|stor|streamlin|strip|support|suppress|swap|switch|sync|test|throw|tidy|track|trim|try|turn|tweak|unif|unskip|updat|upgrad|us|validat|verif|warn|wir|wrap|writ)(?:e|es|ed|d|s|y|ies|ied|led|ped|ted|ten|ged|bed|n)?(?! (?:is|are|was|were|do|does|did|don|can|cannot|will|would|should|could|have|has|had|fails?|not))",
    "(?:add|fix|remov|bump|port|refactor|mov|renam|revert|introduc|implement|replac|upgrad)ing",
  ],
  hence: [", so|; so|so,|hence|therefore|thus"],
  reason: ["because", "since", "due to", "as (?:it|they|the|there|we|this|that|users?)", "given that", "the reason"],
  cure: [
    "(?:fix(?:es|ed|ing)?|resolv(?:e[sd]?|ing)|solv(?:e[sd]?|ing)|address(?:es|ed|ing)?|prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?|stop(?:s|ped|ping)?|correct(?:s|ed|ing)?|eliminat(?:e[sd]?|ing)|closes|handles?|protect(?:s|ed|ing)?) .{0,160}?(?:where(?:by)?|when(?:ever)?|which|that|from|because|caus(?:ed|ing)|if|while|after|due to|vulnerabilit\\S+|instead of)",
  ],
  ended: ["no longer|(?:does|do|is|are|will|can|would)(?:n['’]?t| not) [^.;]{0,40}any ?more"],
  relief: [ "seems? (?:like )?(?:it['’]?s |it is |to be )?(?:working|fixed|solved|resolved)|whether or not|won['’]?t (?:be offended|mind)", 
    "so (?:we|i|this|that) .*|(?:not|never|n['’]t|without|no|non|any|nothing) (?:any )?(?:break(?:s|ing)?|broken|errors?|issues?|problems?|bugs?|fail(?:s|ed|ure|ures|ing)?|regressions?|impact|crash(?:es)?|missing|confus\\S+|known)",
    "break(?:s|ing) changes?|error (?:handling|messages?|handlers?|codes?|types?|class(?:es)?|boundar(?:y|ies)|reporting|states?|pages?|logs?|logging)|bug ?fix(?:es)?|exception handling|fail-?safes?|if (?:any|you have any|there are any) (?:issues?|problems?|errors?|questions?)",
    "(?:fixed|resolved|gone) now|now (?:works?|correctly|properly|fixed)|(?:is|are|was|were|been) (?:fixed|resolved|addressed)",
  ],
  guidance: [
    "which (?:issues?|problems?)",
    "(?:please |briefly )*(?:describe|explain|tell us|be sure|make sure|provide|fill (?:in|out)|list|include|attach|note that|delete|replace|choose|select|check|read)(?= (?:the|a|an|your|any|what|why|how|to|us|here|this|all|that|if|whether)\\b)|if (?:you|this|applicable|relevant|possible|yes|not|so)\\b.*(?:please|describe|explain|delete|link|check)",
  ],
  request: [
    "(?:do not|don['’]?t|never|always|must|should)",
    "(?:please|could you|can (?:you|we)|would (?:it|you)|we (?:should|need to|want to|could|would like)|i(?:['’]d| would)? (?:like|want|wish|love|propose|suggest)|it (?:would|could|might) be (?:nice|great|good|helpful|useful|cool|awesome)|(?:feature|enhancement|new feature|proposal|requirement|task|rfc|feat|chore|request|support|tracking|epic|story|todo)\\b)",
    "(?:add|allow|build|change|configure|convert|create|deprecate|design|disable|document|enable|enhance|ensure|expose|extend|extract|generate|implement|improve|include|integrate|introduce|investigate|make|merge|migrate|move|port|provide|refactor|remove|rename|replace|return|rewrite|set up|show|split|support|switch|update|upgrade|use|write)",
  ],
};
