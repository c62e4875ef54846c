import { z } from "zod";

/** In characters, and phrases of one statement. */
const longestPhrase = 100;
const mostPhrases = 50;

const phrases = z.array(z.string().trim().min(2).max(longestPhrase)).max(mostPhrases).default([]);

function phrasesOf(what: string) {
  return phrases.meta({ description: `Phrases by which a sentence tells ${what}.` });
}

/** Words of any language by which a sentence in prose states something, as a team writes them itself. */
export const phrasesSchema = z.strictObject({
  problem: phrasesOf("a problem that users have: `funziona male`"),
  evidence: phrasesOf("what shows the problem: `segnalato da`"),
  hypothesis: phrasesOf("what is believed: `crediamo che`"),
  effect: phrasesOf("what a change does for users: `ora più veloce`"),
  metric: phrasesOf("what is measured: `misuriamo`"),
  alternatives: phrasesOf("what else was considered: `in alternativa`"),
});
