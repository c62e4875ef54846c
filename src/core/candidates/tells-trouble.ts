/**
 * What is said of how things were: that something was not so, could not be done, went wrong. A change that says such a
 * thing was made because of a problem more often than one that says only what is new. No single word proves it.
 */
const english =
  "was were had could couldn't can't cannot never lost wrong broke broken missing too instead before nobody twice again";
const german =
  "war waren wurde wurden hatte konnte konnten nie falsch kaputt fehlt fehlte statt vorher keine niemand wieder";

const cue = new RegExp(`(?<![\\p{L}'])(?:${`${english} ${german}`.replaceAll(" ", "|")})(?![\\p{L}'])`, "iu");

export function tellsOfTrouble(text: string): boolean {
  return cue.test(text.replaceAll("’", "'"));
}
