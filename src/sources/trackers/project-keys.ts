import { isOtherName } from "./other-names.ts";
import { type KeySpot, matchKeys } from "./tracker.ts";

/**
 * `SHOP-12`: a project in capitals and a number without zeros before it. Also in a branch's name, where words go on
 * behind it. `SHOP-012`, `SHOP-1.2`, `A-SHOP-12` and `SHOP-12-3` are names of other things.
 */
const pattern =
  /(?<![\p{L}\p{N}_.#@&=-])([A-Z][A-Z0-9_]{1,19}-[1-9]\d{0,6})(?![\p{L}\p{N}_]|[.:]\d|-(?<!\/[\w-]{1,30}))/gu;

/** The keys of trackers that name issues by project and number. */
export function projectKeysIn(text: string): readonly KeySpot[] {
  return matchKeys(text, pattern).filter(({ key }) => {
    const project = projectOf(key);
    // "H2-1" and "S3-2" are far oftener other things than projects.
    return /[A-Z].*[A-Z]/.test(project) && !isOtherName(project);
  });
}

/** "SHOP" of "SHOP-12"; all of a key without a number. */
export function projectOf(key: string): string {
  return key.replace(/-\d+$/, "").toUpperCase();
}
