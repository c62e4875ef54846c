import type { EvidenceCues } from "../evidence-cues.ts";

/** People and events whose number tells the weight of a problem. */
const countable = [
  "users|customers|clients|people|participants|respondents|visitors|visits|sessions|tickets",
  "complaints|reports|requests|crashes|occurrences|incidents|events|calls|emails|messages|downloads",
  "installs|installations|veterans|patients|students|teachers|members|subscribers|orders|sales",
  "accounts|teams|organi[sz]ations|companies|sites|stores|merchants|developers|votes|upvotes",
  "reactions|thumbs|nodes|page ?views|clicks|searches|queries|failures|errors|timeouts|duplicates",
  "stars",
].join("|");

export const englishEvidenceCues: EvidenceCues = {
  design: [
    "mock-?ups?|mocks?|wire-?frames?|design(?:s|ed)?|design doc\\S*|figma|sketch(?:es)?|prototypes?|concepts?",
    "propos(?:ed|al|als|ing)|suggest(?:ed|ion|ions|ing)?|inspiration|vision|roadmap|architecture|diagrams?",
    "flow ?charts?",
    "(?:should|would|could|will|can|might) (?:then )?(?:look|be|show|have|appear|read|see|become|like|work|display)",
    "to look like|something (?:like|similar)|going forward|expected|desired|ideal(?:ly)?|after|fixed|new",
    "instead|let['’]?s|for reference|logos?|badges?|banners?",
  ],
  earlier: ["before|previously|current|currently|actual|bug|issue|problem|old"],
  specimen: [
    "stack ?traces?|(?:back)?trace(?:back)?s?|tracebacks?|core dumps?|crash (?:logs?|reports?)",
    "error (?:logs?|messages?|output|response|text|details)",
    "(?:console|terminal|server|browser|build|debug|ci|job|system|device|container|application|app|verbose) (?:logs?|output)",
    "logs|logcat|log (?:output|file)",
    "(?:actual|current|wrong|bad|incorrect|faulty) (?:output|result|results|response|behaviou?r)|exceptions?",
    "warnings?|(?:the |an? |this |following |these |get |getting )errors?",
    "(?:to|can|could|which|that|code|example|snippet|script|program|test|case|it|this|easily|minimal|minimum) reproduc(?:e|es|ed|er|ible|tion|ing)",
    "reproduc(?:ible|tion|er|ing|ed|e)\\b|repro(?:s|ed)?|mre|mwe|mcve",
    "minimal (?:working )?(?:example|code|case|test|snippet)",
    "failing (?:example|code|case|test|snippet|query|input)",
    "(?:fails?|failed|failing|throws?|threw|crash(?:es|ed)?|breaks?|errors?(?: out)?|panics?|panicked|hangs?|segfaults?) (?:with|on|for|in|at|when|as|if|like)",
    "does(?: not|n['’]?t) (?:work|compile|parse|build|run|render|match)|broken",
  ],
  output: [
    "get|gets|got|getting|see|sees|saw|seeing|receives?|received|receiving|returns?|returned|prints?",
    "printed|outputs?|output|produces?|produced|gives?|gave|yields?|results? in|shows?|showed|emits?",
    "logs?|logged|generates?|generated|responds?|responded|response|renders?|rendered|happens|query",
    "queries|request|input|command|run|ran|running|ended|looks like",
  ],
  proposed: [
    "should|would|could|want(?:s|ed)?|wish|like to|lets?|let['’]s|propos\\S+|suggest\\S*|new|expected|expect",
    "desired|ideal(?:ly)?|allow(?:s|ing)?|support(?:ing|s)?|implement\\S*|add(?:s|ed|ing)?|solution",
    "fix(?:ed|es)?|workaround|work around|usage|api|syntax|signature|interface|after|snippet below|changed?",
    "hack|could be done|for instance|something like|update|replace|rename|install(?:ing|ed)?|go\\.mod|version",
    "versions|environment|system info(?:rmation)?|config(?:uration)?|package\\.json",
  ],
  reported: [
    "report(?:ed|s)? (?:this|it|by|in|on|at|here|from|via|to)|originally reported|com(?:ing|es) from",
    "came (?:from|up|out)",
    "(?:was |were |been )(?:raised|surfaced|flagged|discovered|spotted|noticed|observed|brought up|found)",
    "(?:raised|surfaced|flagged|discovered|spotted|noticed|observed|brought up|experienced|encountered) (?:in|on|by|at|here|from|via|during|while)",
    "(?:migrated|imported|ported over|transferred) from",
    "(?:originally|first|initially) (?:filed|opened|submitted|posted|raised) |complain(?:s|ed|ing|ts?)?",
    "(?:users?|customers?|people|clients?|folks|community|someone|somebody|others) (?:\\S+ ){0,4}(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|want(?:s|ed)?|mention(?:s|ed)?|rais(?:e|ed)|hit(?:ting)?|run(?:ning)? into|ran into|struggl\\S+|confused|affected|reported?)",
    "(?:asked|requested|mentioned|described) (?:by|from) (?:\\S+ ){0,3}(?:users?|customers?|clients?|people)",
    "(?:user|customer|client|community) (?:feedback|request|requests|report|reports|ticket|tickets|complaint|complaints)",
    "support (?:ticket|case|request|escalation)s?|feedback (?:from|in|on)|downstream (?:issue|report)",
  ],
  conversation: [
    "threads?|conversations?|discuss(?:ion|ions|ed)|slack|discord|teams chat|chat|message|context|source",
    "origin|reported|report|coming from|came from|raised|asked|feedback|support|ticket",
  ],
  study: [
    "(?:user|usability|customer|ux|market|design) (?:research|interviews?|testing|tests?|stud(?:y|ies)|surveys?|sessions?)",
    "survey (?:results?|respondents?|data|participants?)",
    "(?:our|recent|annual|exit|satisfaction|nps) (?:survey|interviews?)|interview(?:s|ed) with|interviewees?",
    "focus groups?|research (?:findings?|sessions?|participants?)|diary stud(?:y|ies)|card sort\\S*",
  ],
  data: [
    "data|analytics|statistics|stats|telemetry|metrics|usage (?:data|numbers|logs)|a/?b[ -]tests?",
    "experiments?|dashboards?|funnels?|heat ?maps?|session (?:recordings?|replays?)|benchmarks?",
    "profil(?:er|ing|es?)|flame ?graphs?|measurements?|logs|explain analyze|query plans?",
  ],
  finding: [
    "show(?:s|ed|n|ing)?|indicat(?:e|es|ed|ing)|reveal(?:s|ed|ing)?|suggest(?:s|ed)|found|findings?",
    "confirm(?:s|ed)|conducted|told|said|says|struggled|preferred|learned|learnt|per|according to|based on",
    "demonstrat(?:e|es|ed)|results?|tell(?:s)?|reported",
  ],
  counted: [
    `(?:(?:active|unique|daily|monthly|different|affected|new|paying|existing|other|of (?:our|the)|separate|support|bug|customer|user|individual|searchable|distinct|recent|failed|duplicate|open) ){0,2}(?:${countable})`,
  ],
  measured: [
    "(?:of|by|for|in|from) (?:all |the |our |total |these |those |its )?(?:time|times|users|customers|people|visitors|sessions|requests|cases|traffic|searches|queries|orders|runs|page ?views|calls|participants|respondents|tickets|events|devices|installs|clicks|attempts|transactions|veterans|students|memory|cpu|ram|disk|teams|accounts)",
    "(?:cpu|memory|ram|heap|disk|gpu|bandwidth|network|battery|error|failure|success|conversion|bounce|churn|retention|adoption|completion|hit|miss|drop[- ]?off|abandonment|crash|response|click[- ]?through|sign[- ]?up|load) ?(?:usage|rate|rates|utili[sz]ation|consumption|load|time|times)?",
    "latency|throughput|usage|engagement|split|share|slower|faster|drop(?:s|ped)?|increase[sd]?|decrease[sd]?",
    "grew|grown|rss|p\\d{2}|percentile|median|average|rps|qps",
  ],
  lasting: [
    "takes?|took|taking|taken|wait(?:s|ed|ing)?|spen[dt]s?|lasts?|lasted|hangs?(?: for)?|hung",
    "(?:load(?:s|ed|ing)?|start(?:s|ed|ing)?|response|build|run(?:s|ning)?|execution|render(?:s|ed|ing)?|query|boot|startup|compile)(?: times?)?",
    "latency|consum(?:e[sd]?|ing)|us(?:e[sd]?|ing)|grow(?:s|n|ing)?|grew|leak(?:s|ed|ing)?|memory",
    "peak(?:s|ed)?|elapsed|delay(?:s|ed)?|slow(?:s|er|ed)?(?: down)?|duration|from|down|blocked",
  ],
  unit: [
    "ms|msecs?|milliseconds?|µs|us|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|kb|mb",
    "gb|tb|kib|mib|gib|fps|x|times",
  ],
  dated: [
    "as of",
    "since (?:the )?(?:\\d|last|january|february|march|april|may|june|july|august|september|october|november|december|release|launch|upgrade)\\S*",
    "(?:in|over|within|during|for) the (?:last|past|previous)|last (?:week|month|quarter|year)",
    "this (?:week|month|quarter|year)|per (?:day|week|month|hour|second|minute)|a (?:day|week|month)",
    "year[- ]to[- ]date|so far|to date",
    "in (?:january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|20\\d\\d)",
  ],
  bound: [
    "limit(?:s|ed|ing)?|max(?:imum)?|min(?:imum)?|up to|at (?:most|least)|no more than|less than|more than",
    "default(?:s|ed)?|thresholds?|timeouts?|configur\\S+|set to|capacity|quota|allow(?:s|ed)?|suppose|imagine",
    "assume|say|if|opacity|width|height|margin|padding|scale|zoom|coverage|discount|tax|price|sure|percentage",
    "goal|target|aim|i['’]?d|would|should|could|will|want|expect(?:ed)?|must|need(?:s|ed)? to|please",
  ],
  reproduce: [
    "(?:to|can|you can|how to|easily|able to|i can|we can) (?:easily |reliably |consistently |always |also |quickly )?reproduc(?:e|es|ed|ible)",
    "(?:is|be|was|are) (?:easily |reliably |consistently |always |also )?(?:reproduced|reproducible)",
    "reproduc(?:e|ed|ible) (?:by|with|via|using|this|it|the)|repro:|steps?:|reproduction:",
  ],
  operate: [
    "go (?:to|back|into|through)|open|click|(?:double|right|left)[- ]?click|navigate|launch",
    "log ?(?:in|out|into|on|back)|sign ?(?:in|up|out|back)|press|tap|type|enter|hover|scroll|tab|hit|observe",
    "notice|see|watch|refresh|reload|drag|drop|paste|select|visit|browse|start|run|resize|restart|focus|swipe",
    "wait",
  ],
};
