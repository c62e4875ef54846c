/**
 * Who writes code and who uses it have different words for the same thing: "a11y" and "screen reader", "perf" and "slow".
 * Each line is one thing, by any of its words. Words of all software, none of a trade, and only where one is hardly ever
 * said of anything else.
 */
const things = `
a11y accessibility accessible aria blind nvda voiceover
absence absent ill leave sick vacation
android ios iphone
apns fcm notification notify push
auth authentication login logon password signin
avatar image photo picture
bin restore trash undelete undo
bot captcha fake honeypot spam throttle
charge debit pay paid payment
color colour contrast
concurrency concurrent race simultaneous
crash freeze hang
csv excel spreadsheet xlsx
daylight dst summertime timezone utc
duplicate double twice
email mail
i18n l10n language locale translate translation
fast latency p95 perf performance slow speed
location map maps
offline internet
access permission privilege rbac role
consent gdpr privacy private
recurrence recurring repeat rrule
redeliver resend retry
roster schedule shift rota
session logout
sms texts
sync synchronise synchronize
tax vat
accent charset diacritics encoding umlaut unicode utf8
optout unsubscribe unsubscribed
`;

/** The first word of its line, for each word. */
export function sameWords(stem: (word: string) => string): ReadonlyMap<string, string> {
  const lines = things
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map(stem));
  return new Map(lines.flatMap((words) => words.map((word) => [word, words[0] ?? word] as const)));
}
