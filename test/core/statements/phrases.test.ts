import { expect, test } from "vitest";
import { vocabularySchema } from "../../../src/core/statements/vocabulary.ts";
import { readWith, show } from "./read.ts";

const phrases = {
  problem: ["funziona male", "動かない", "c'è un (brutto) errore", "ÜBEL"],
  evidence: ["segnalato da"],
  hypothesis: ["crediamo che"],
  effect: ["速くなる"],
  metric: ["misuriamo"],
  alternatives: ["in alternativa"],
};

test.each([
  ["problem", "La ricerca Funziona\nmale su telefono. Altro.", "La ricerca Funziona male su telefono."],
  ["problem", "検索ボタンが動かない。押しても何も起きない。", "検索ボタンが動かない。"],
  ["problem", "Qui c’è un (brutto) errore.", "Qui c’è un (brutto) errore."],
  ["problem", "übelst", null],
  ["problem", "Das ist übel".normalize("NFD"), "Das ist übel".normalize("NFD")],
  ["evidence", "Segnalato da tre clienti.", "Segnalato da tre clienti."],
  ["hypothesis", "Crediamo che un bottone più grande aiuti.", "Crediamo che un bottone più grande aiuti."],
  ["effect", "検索が２倍速くなる。", "検索が２倍速くなる。"],
  ["metric", "Misuriamo gli ordini.", "Misuriamo gli ordini."],
  ["alternatives", "In alternativa una pagina di aiuto.", "In alternativa una pagina di aiuto."],
  ["problem", "funziona maleducato", null],
  ["problem", "`funziona male`", null],
  ["problem", "> funziona male", null],
  ["problem", "funzionaXmale", null],
] as const)("a phrase for the %s in %j", (statement, text, quote) => {
  const reading = readWith({ phrases }, text)[statement];
  expect(show(reading)).toBe(quote === null ? "absent" : `stated: ${quote}`);
});

test("a phrase in a line of the template states nothing", () => {
  const line = "Che cosa funziona male?";
  expect(readWith({ phrases }, line, { templates: [line] }).problem.grade).toBe("absent");
});

test("the title of an issue is searched, that of a pull request is not", () => {
  const title = "La ricerca funziona male";
  expect(show(readWith({ phrases }, "", { kind: "issue", title }).problem)).toBe(`stated: ${title}`);
  expect(readWith({ phrases }, "", { kind: "pull_request", title }).problem.grade).toBe("absent");
});

test("what a phrase states stands before a hollow answer under a heading", () => {
  expect(show(readWith({ phrases }, "## Problem\n\nTBD\n\n## Altro\n\nOra funziona male.").problem)).toBe(
    "stated: Ora funziona male.",
  );
});

test.each([
  ["too short", { problem: ["x"] }],
  ["too long", { problem: ["x".repeat(101)] }],
  ["too many", { problem: Array.from({ length: 51 }, (_, index) => `frase ${index}`) }],
  ["for something unknown", { window: ["entro"] }],
])("phrases that are %s are refused", (_what, given) => {
  expect(vocabularySchema.safeParse({ phrases: given }).success).toBe(false);
});
