/**
 * Whether a line of code is what a program said when it failed: an error with its message, a refused request. The same
 * in every language of people; source code that only speaks of errors is told apart by its form.
 */
export function isFailure(line: string): boolean {
  const said = line.slice(0, longestLine).replace(/^[\s>|~*\d:.,TZ[\]()+-]{1,60}/u, "");
  return !isCode(said) && (failures.test(said) || words.test(said));
}

/** A line of a stack trace. */
export function isFrame(line: string): boolean {
  return frames.test(line.slice(0, longestLine));
}

/** In characters. */
const longestLine = 300;

/** Declarations and statements, and pairs of a name and a short value. */
function isCode(said: string): boolean {
  return /^(?:except|catch|raise|throw|return|case|class|import|const|let|var|def|func|fn|public|private|if|elif|else|assert|expect|\/\/|#|\/\*|\*|"|'|<)|[;{,(]$|=>|\) ?\{/u.test(
    said,
  );
}

const frames =
  /^\s{1,20}at [^\s(]+ ?(?:\[as \S+\] ?)?\(.*[):\d]|^\s{0,20}at \S+:\d+:\d+\)?$|^\s{0,20}File "[^"]+", line \d+|^goroutine \d+ \[|^Traceback \(most recent call last\)|^\s{0,10}#\d+ +0x[0-9a-f]+|^\s{0,10}\d+: +0x[0-9a-f]+|^\tat [\w.$]+\(/u;

const failures =
  /^(?:Uncaught |Unhandled |Caused by: |thread '[^']*' )?(?:\(\w+(?: \w+)?\) )?[\w.$]{0,80}(?:Error|Exception)(?: ?\[[^\]]{1,60}\])?: ?\S+(?: \S+|$)|^thread '[^']*' panicked|^npm ERR!|^(?:error|fatal|panic|failed|severe|critical|err|warning)\b[^=;{(:!]{0,40}(?:\[[^\]]{1,40}\])?[:!] ?\S+ \S+|^[\w./\\@-]{1,200}[:(]\d+(?:[:,]\d+)?\)?(?::| -) .*\b(?:error|warning|failed|undefined|cannot|not found|requires)\b|^[\w./-]{1,40}: (?:fatal )?(?:error|warning): \S+ \S|^(?:AssertionError|FAIL|FAILED|E )[ :]/iu;

const words =
  /\b(?:response|status(?: code)?|http\/\d(?:\.\d)?|returned|code)"?\s?[:=]?\s?[45]\d\d\b|\b[45]\d\d (?:Bad Request|Unauthorized|Forbidden|Not Found|Conflict|Unprocessable|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)|\bexit(?:ed)?(?: with)?(?: status| code)+:? -?[1-9]|segmentation fault|core dumped|command not found|no such file or directory|permission denied|out of memory|stack overflow|FATAL EXCEPTION|is not a function|cannot read propert|undefined is not|\b(?:ECONN[A-Z]+|ENOENT|EACCES|EPERM|ETIMEDOUT|SIGSEGV|SIGABRT|SIGKILL|ERR_[A-Z_]{3,40})\b|\blevel=(?:error|fatal|warn)|\[(?:error|fatal|critical|severe)\]|"error":\s?(?:\{|"[^"]{3})|^(?:ERROR|FATAL|WARN|PANIC)\s/iu;
