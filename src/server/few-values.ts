/**
 * A million values take a second to parse. A delivery of 25 MiB would have as many if each took, with its key, 26 bytes;
 * in the push that GitHub's documentation shows one takes 48, most of them being URLs.
 */
export const mostValues = 1_000_000;

const byte = { quote: 0x22, backslash: 0x5c, comma: 0x2c, list: 0x5b, object: 0x7b } as const;

/**
 * Whether a body of JSON has no more values than GitHub's can have. Parsed, 25 MiB of nothing but brackets would keep
 * the process busy for many seconds; counting them takes a tenth of one.
 */
export function hasFewValues(bytes: Uint8Array): boolean {
  // Each value takes a byte at least, so that of nearly all deliveries nothing need be counted.
  if (bytes.length <= mostValues) return true;
  let values = 0;
  let isInText = false;
  for (let at = 0; at < bytes.length && values <= mostValues; at += 1) {
    const one = bytes[at];
    if (one === byte.quote) isInText = !isInText;
    else if (one === byte.backslash) at += 1;
    else if (!isInText && (one === byte.comma || one === byte.list || one === byte.object)) values += 1;
  }
  return values <= mostValues;
}
