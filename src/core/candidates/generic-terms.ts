import { termsOf } from "./terms.ts";

/** Words for the parts that any software is made of. Sharing one says less than sharing a word of the product's own. */
const words = `
account api app ask branch browser button click code column data default email error field file form id input key label
line link list log mail menu message mobile name number option page password phone report row screen send server setting
tab table text type url user version view web website window word write
anzeige datei eingabe fehler feld knopf konto liste menü nachricht nummer seite tabelle text zeile`;

const terms: ReadonlySet<string> = new Set(termsOf(words));

export function isGeneric(term: string): boolean {
  return terms.has(term);
}
