import { expect, test } from "vitest";
import type { Hypothesis } from "../../../src/core/statements/statements.ts";
import { names, read, readWith, show } from "./read.ts";

const german = { languages: ["en", "de"] } as const;

function readGerman(text: string) {
  return readWith({ languages: [...german.languages] }, text);
}

test.each([
  "Beim Speichern gehen Entwürfe verloren, wenn die Verbindung abbricht.",
  "Kunden können ihre Rechnung nicht herunterladen, weil der Knopf auf dem Handy verdeckt ist.",
  "Die App stürzt beim Öffnen der Karte ab.",
  "Es gibt derzeit keine Möglichkeit, eine Bestellung zu stornieren.",
  "Man kann die Liste nicht sortieren.",
  "Der Export laesst sich nicht abbrechen, wenn er einmal laeuft.",
  "NUTZER KÖNNEN SICH NICHT ANMELDEN, WENN DAS PASSWORT UMLAUTE ENTHÄLT.",
  "Die Größe des Fensters wird beim Schließen nicht gespeichert.".normalize("NFD"),
  "Behebt einen Fehler, bei dem Nutzer nach dem Anmelden eine leere Seite sehen.",
])("%j tells a problem, and only where German is configured", (text) => {
  expect(show(readGerman(text).problem)).toBe(`stated: ${text}`);
  expect(read(text).problem.grade).not.toBe("stated");
});

test.each([
  "Fügt einen Knopf zum Löschen hinzu.",
  "Diese Änderung ergänzt eine Suche.",
  "Abhängigkeiten aktualisiert.",
  "Refactoring der Tests, keine Änderung am Verhalten.",
  "Jetzt können Nutzer die Liste sortieren.",
  "Wenn der Druck fehlschlägt, wird er dreimal wiederholt.",
  "Keine Probleme beim Testen.",
  "Ich habe den Knopf nach oben verschoben.",
  "Bitte beschreibe das Problem, das Nutzer haben.",
  "The form is shorter, and the button stands at the top.",
])("%j tells none", (text) => {
  expect(readGerman(text).problem.grade).toBe("absent");
});

test("a trouble of the project's own work is told apart", () => {
  const text = "Die Tests schlagen in der CI manchmal fehl, weil die Zeitzone fehlt.";
  expect(show(readGerman(text).problem)).toBe(`internal: ${text}`);
});

test("both languages are read in one text", () => {
  const text = "Wir haben den Entwurf umgebaut. Previously, users could not save their drafts on slow networks.";
  expect(show(readGerman(text).problem)).toBe(
    "stated: Previously, users could not save their drafts on slow networks.",
  );
});

test.each([
  ["App stürzt beim Start ab", "", "stated: App stürzt beim Start ab"],
  [
    "Suche",
    "Wenn ich nach „Straße“ suche, finde ich nichts.",
    "stated: Wenn ich nach „Straße“ suche, finde ich nichts.",
  ],
  ["Geht nicht", "Hallo, die App geht nicht. Bitte um Hilfe.", "absent"],
  ["Export als PDF hinzufügen", "", "solution-only: Export als PDF hinzufügen"],
  ["Design", "Es wäre schön, wenn es ein dunkles gäbe.", "solution-only: Es wäre schön, wenn es ein dunkles gäbe."],
])("the issue %j with %j is %s", (title, text, shown) => {
  expect(show(readWith({ languages: ["de"] }, text, { kind: "issue", title }).problem)).toBe(shown);
});

test("headings and fields stand over each statement", () => {
  const found = readGerman(
    "## Wer hat dieses Problem?\n\nBuchhalter\n\n## Welches Problem löst das?\n\nNiemand findet den Export.\n\n## BELEGE\n\n12 Anfragen\n\n" +
      "### Messgroesse\n\nAnfragen\n\n**Zeitraum:** einen Monat\n\n## Verworfene Alternativen\n\nEine Hilfeseite",
  );
  expect(names.map((name) => show(found[name]))).toEqual([
    "stated: Buchhalter",
    "stated: Niemand findet den Export.",
    "stated: 12 Anfragen",
    "absent",
    "stated: Anfragen",
    "stated: einen Monat",
    "stated: Eine Hilfeseite",
    "absent",
    "absent",
  ]);
});

test("opting out and exploring have German names", () => {
  expect(show(readGerman("Kein Outcome: nur Tippfehler").optOut)).toBe("stated: nur Tippfehler");
  expect(show(readGerman("Erkundung: Sucht jemand danach?").exploration)).toBe("stated: Sucht jemand danach?");
  expect(read("Kein Outcome: nur Tippfehler").optOut.grade).toBe("absent");
});

test.each([
  ["1. Öffne den Kalender\n2. Stelle die Zeitzone um\n3. Klicke auf „Heute“", "Öffne den Kalender"],
  ["12 Nutzer haben das im letzten Monat gemeldet.", "12 Nutzer haben das im letzten Monat gemeldet."],
])("what can be checked is evidence in German: %j", (text, quote) => {
  const found = readWith({ languages: ["de"] }, `## So lässt es sich nachstellen\n\n${text}`, { kind: "issue" });
  expect(show(found.evidence)).toBe(`stated: ${quote}`);
});

test("a result for users is an effect", () => {
  const text = "Dadurch sinkt die Ladezeit der Startseite um 40 %.";
  expect(show(readGerman(text).effect)).toBe(`stated: ${text}`);
});

function parts(text: string): Partial<Hypothesis> | string {
  const { hypothesis } = readGerman(text);
  if (hypothesis.grade !== "stated") return hypothesis.grade;
  const told = Object.entries(hypothesis.value).filter(([name, value]) => name !== "claim" && value !== null);
  return Object.fromEntries(told);
}

const full = {
  change: "ein größerer Knopf",
  who: "Leute am Telefon",
  because: "er übersehen wird",
  metric: "die Fehlversuche",
  baseline: "12 %",
  target: "6 %",
};

test.each([
  [
    "Wir glauben, dass ein größerer Knopf für Leute am Telefon zu halb so vielen Fehlversuchen führt, weil er übersehen wird. Wir wissen es, wenn die Fehlversuche von 12 % auf 6 % sinken innerhalb von zwei Wochen.",
    { ...full, effect: "halb so vielen Fehlversuchen", window: "zwei Wochen" },
  ],
  [
    "Wir glauben, dass ein größerer Knopf\nfür Leute am Telefon die Zahl der Fehlversuche halbieren wird, weil er übersehen wird.\n\nWir wissen es, wenn die Fehlversuche innerhalb von 14 Tagen von 12 % auf 6 % sinken.",
    { ...full, effect: "die Zahl der Fehlversuche halbieren", window: "14 Tagen" },
  ],
  [
    "Wir glauben, dass ein größerer Knopf für Leute am Telefon die Zahl der Fehlversuche halbieren wird, weil er übersehen wird. Dann sehen wir, dass die Fehlversuche innerhalb von 14 Tagen von 12 % auf 6 % sinken.",
    { ...full, effect: "die Zahl der Fehlversuche halbieren", window: "14 Tagen" },
  ],
  [
    "Wir glauben, ein größerer Knopf wird für Leute am Telefon die Fehlversuche halbieren.",
    { change: full.change, who: full.who, effect: "die Fehlversuche halbieren" },
  ],
  [
    "Wir vermuten, dass frühere Preise dazu führen, dass weniger Leute aufgeben. Wir merken es daran, dass die Abschlüsse um 10 % steigen.",
    { change: "frühere Preise", effect: "weniger Leute aufgeben", metric: "die Abschlüsse", target: "um 10 %" },
  ],
  [
    "Wir sind überzeugt, dass frühere Preise für Neukunden zu weniger Abbrüchen führen werden.",
    { change: "frühere Preise", who: "Neukunden", effect: "weniger Abbrüchen" },
  ],
  [
    "## Hypothese\n\nWenn wir die Preise früher zeigen, dann brechen weniger Leute ab, weil niemand überrascht wird.",
    { change: "wir die Preise früher zeigen", effect: "brechen weniger Leute ab", because: "niemand überrascht wird" },
  ],
  [
    "## Hypothese\n\n- Wir glauben: frühere Preise\n- Für: neue Kunden\n- Führt zu: halb so vielen Abbrüchen\n- Weil: niemand überrascht wird\n- Messgröße: Abbrüche\n- Ausgangswert: 30 %\n- Zielwert: 15 %\n- Zeitraum: ein Monat",
    {
      change: "frühere Preise",
      who: "neue Kunden",
      effect: "halb so vielen Abbrüchen",
      because: "niemand überrascht wird",
      metric: "Abbrüche",
      baseline: "30 %",
      target: "15 %",
      window: "ein Monat",
    },
  ],
])("the parts of %j are read", (text, found) => {
  expect(parts(text)).toEqual(found);
});

test.each([
  ["Wir glauben, dass das ein Fehler ist.", "absent"],
  ["Wir glauben, dass dieser Code nicht mehr aufgerufen wird.", "absent"],
  ["Ich bezweifle, dass wir glauben, dass das zu mehr Anmeldungen führt.", "absent"],
  ["Wir glauben, dass das zu mehr Anmeldungen führt?", "absent"],
  ["## Hypothese\n\nWir glauben nicht, dass das hilft.", "hollow"],
  ["Wir glauben, dass diese Änderung die Nutzererfahrung verbessern wird.", "hollow"],
  ["Wir glauben, dass ÄNDERUNG zu [Wirkung] führt.", "template"],
])("%j is %s", (text, grade) => {
  expect(parts(text)).toBe(grade);
});

test("the English frame is understood where only German is configured: our own lines are English", () => {
  const { hypothesis } = readWith({ languages: ["de"] }, "We believe a bigger button will halve failed log-ins.");
  expect(hypothesis.grade).toBe("stated");
});

test.each([
  "entfällt",
  "k. A.",
  "k.A.",
  "siehe Titel",
  "Keine",
  "nichts",
  "wie besprochen",
  "wie gestern besprochen",
  "noch keine, sorry",
  "haben wir nicht",
  "weiß ich noch nicht",
  "Wird nachgereicht",
  "Folgt später",
  "s. o.",
  "siehe verlinktes Ticket",
  "Titel sagt alles",
  "selbsterklärend",
  "Nicht zutreffend, da reine Umbenennung",
  "Entfällt (intern)",
])("%j is hollow under any heading", (filler) => {
  expect(read(`## Problem\n\n${filler}`).problem.grade).toBe("hollow");
});

test.each([
  "Keine Rückmeldung nach dem Absenden",
  "Nichts wird angezeigt",
  "Kein Export möglich",
  "Entfällt der Rabatt, stimmt die Summe nicht",
  "Siehe da, die Liste ist leer",
])("%j is an answer", (answer) => {
  expect(show(read(`## Problem\n\n${answer}`).problem)).toBe(`stated: ${answer}`);
});

test("the words of a German template are the template's", () => {
  const template =
    "## Problem\n\nWer hat es, und was passiert?\n\n## Hypothese\n\nWir glauben, dass diese Zeile zu mehr Bestellungen führt.";
  const found = readWith({ languages: ["de"] }, template, { templates: [template] });
  expect(show(found.problem)).toBe("template: Wer hat es, und was passiert?");
  expect(found.hypothesis.grade).toBe("template");
});
