/** In characters. Anything shorter stands in a line by chance too, and taking it out would make lines unreadable. */
const SHORTEST_SECRET = 8;

const taken = "[taken out]";

/**
 * What credentials look like. GitHub's tokens have no fixed length any more: since its changelog of 24 April 2026 those
 * of installations are "ghs_", the app's number, "_" and a JSON web token, some 520 characters with two dots.
 */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/gh[pousr]_[\w.~+/=-]{10,}/g, taken],
  [/github_pat_[\w.-]{10,}/g, taken],
  // JSON web tokens: the app signs in with one.
  [/eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)*/g, taken],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${taken}`],
  // PEM, cut off or not; in a line of JSON its ends of line are written "\n".
  [/-----BEGIN [A-Z ]+-----(?:(?!-----END )[^"])*(?:-----END [A-Z ]+-----)?/g, taken],
  // But for the word that stands for one in our own sentences.
  [/(:\/\/[^\s:/@"]*:)(?!PASSWORD@)[^\s/@"]+@/g, `$1${taken}@`],
  // PostgreSQL's driver takes it from there, too, however it is encoded.
  [/([?&]password=)[^\s&"]+/g, `$1${taken}`],
];

/** Takes out of a text what looks like a credential, and these secrets wherever they stand, as they are or in JSON. */
export function scrubber(secrets: readonly string[]): (text: string) => string {
  const known = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    // The longest first: one may be a part of another.
    .toSorted((a, b) => b.length - a.length);
  return (text) => {
    const without = known.reduce((rest, secret) => rest.replaceAll(secret, taken), text);
    return shapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), without);
  };
}
