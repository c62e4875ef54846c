import type { EvidenceCues } from "../evidence-cues.ts";

export const germanEvidenceCues: EvidenceCues = {
  design: [
    "mock-?ups?|wireframes?|entwurf|entwürfe|skizze\\p{L}*|prototyp\\p{L}*|konzept\\p{L}*|vorschlag|vorschläge",
    "diagramm\\p{L}*|architektur\\p{L}*|logos?|(?:sollte|soll|könnte|würde|wird) .{0,60}(?:aussehen|so sein)",
    "so ähnlich|erwartet\\p{L}*|gewünscht\\p{L}*|nachher|danach|behoben|neu|neue[rsn]?|stattdessen",
  ],
  earlier: ["vorher|bisher|davor|aktuell|aktuelle[rsn]?|fehler|problem|alt|alte[rsn]?"],
  specimen: [
    "stack ?traces?|stapelverfolgung|aufrufliste|fehlermeldung\\p{L}*|fehlerprotokoll\\p{L}*|protokoll\\p{L}*",
    "logs?|logausgabe\\p{L}*|konsole(?:nausgabe)?|ausnahme\\p{L}*|(?:folgende[rns]?|diese[rns]?|der|den) fehler",
    "(?:tatsächliche|aktuelle|falsche)[rsn]? (?:ausgabe|ergebnis|verhalten)|reproduzier\\p{L}+|nachstell\\p{L}+",
    "nachgestellt|minimalbeispiel|minimales beispiel|schlägt fehl|stürzt ab|funktioniert nicht",
  ],
  output: [
    "(?:bekomme|bekommt|bekommen|erhalte|erhält|erhalten|sehe|sieht|sehen|kommt|kam|liefert|gibt|ergibt|zeigt|zeigte|erscheint|ausgabe|ergebnis|antwort|meldet|meldung|anfrage|eingabe|befehl|ausgeführt|geschieht|passiert)",
  ],
  proposed: [
    "soll(?:te|ten|en)?|würde\\p{L}*|könnte\\p{L}*|möchte\\p{L}*|wunsch|wünsche|vorschlag|vorschlage|schlage|neu",
    "neue[rsn]?|erwartet\\p{L}*|stattdessen|ermöglich\\p{L}+|unterstütz\\p{L}+|hinzufüg\\p{L}+|lösung|umgehung",
    "behoben|behelf|verwendung|schnittstelle|beispielsweise|etwa so|aktualisier\\p{L}+|umgebung|konfiguration",
    "version\\p{L}*",
  ],
  reported: [
    "gemeldet|berichtet\\p{L}*|berichten|aufgefallen|bemerkt|entdeckt|aufgetaucht|aufgekommen|angesprochen",
    "beschwer\\p{L}+|beschwerde\\p{L}*",
    "(?:nutzer|kunden|anwender|benutzer|leute|mehrere|andere)(?!\\p{L}).{0,40}(?:fragen|fragten|gefragt|wünschen|melden|meldeten|schreiben|schrieben|berichten|bitten|baten)",
    "(?:nutzer|kunden|anwender)(?:rückmeldung|feedback|wunsch|anfrage|beschwerde)\\p{L}*",
    "support-?(?:ticket|anfrage|fall)\\p{L}*|rückmeldung\\p{L}*|kundenanfrage\\p{L}*|ursprünglich gepostet",
  ],
  conversation: [
    "thread|unterhaltung|gespräch|diskussion|chat|slack|nachricht|kontext|quelle|gemeldet|meldung|rückmeldung",
    "anfrage|support|ticket",
  ],
  study: [
    "(?:nutzer|kunden|anwender|usability|benutzer)-?(?:test|tests|befragung|befragungen|umfrage|umfragen|interview|interviews|studie|studien|forschung)",
    "umfrage\\p{L}*|interviews?|befragung\\p{L}*|studie\\p{L}*|usability|fokusgruppe\\p{L}*",
  ],
  data: [
    "daten|\\p{L}+daten|analytics|statistik\\p{L}*|telemetrie\\p{L}*|metriken|a/?b-?tests?|experiment\\p{L}*",
    "dashboards?|auswertung\\p{L}*|messung\\p{L}*|benchmark\\p{L}*|protokolle|logs",
  ],
  finding: [
    "zeig(?:t|en|te|ten)|gezeigt|ergeb(?:en|nis|nisse)|ergibt|ergab|ergaben|beleg(?:t|en)|bestätig(?:t|en|te)",
    "laut|gemäß|nach angaben|sag(?:t|en|te|ten)|gefunden|fanden|scheiterten|gaben an|deutet|deuten|hervor",
  ],
  counted: [
    "(?:(?:aktive|verschiedene|betroffene|neue|zahlende|weitere|andere|der|unserer|offene|doppelte|von|\\d+) ){0,2}(?:\\p{L}*(?:nutzer\\p{L}*|kunden|kundinnen|anwender\\p{L}*|besucher\\p{L}*|teilnehmer\\p{L}*|tickets|beschwerden|meldungen|anfragen|abstürze|abstürzen|vorfälle|aufrufe|fälle|fällen|bestellungen|konten|firmen|unternehmen|teams|stimmen|downloads|sitzungen|fehler|suchen|klicks|anrufe|e-?mails|leute|personen|menschen))",
  ],
  measured: [
    "(?:der|aller|von|unserer|im|aus) (?:\\p{L}+ )?(?:zeit|nutzer\\p{L}*|kunden|anwender\\p{L}*|besucher\\p{L}*|sitzungen|anfragen|fälle|aufrufe|bestellungen|suchen|versuche|geräte|tickets|teams)",
    "(?:cpu|speicher|ram|netzwerk|fehler|erfolgs|abbruch|absprung|konversions|lade|antwort|start)-?(?:last|auslastung|verbrauch|rate|quote|zeit|zeiten)",
    "latenz|durchsatz|median|durchschnitt\\p{L}*|langsamer|gestiegen|gesunken|anteil",
  ],
  lasting: [
    "dauer(?:t|te|n|ten)?|brauch(?:t|te|en|ten)|warte(?:t|te|n|ten)?|gewartet|hängt|lädt|lud|ladezeit\\p{L}*",
    "antwortzeit\\p{L}*|startzeit\\p{L}*|verbrauch(?:t|te|en)?|belegt|wächst|wuchs|verzögerung\\p{L}*",
    "langsam\\p{L}*|von|blockiert",
  ],
  unit: [
    "ms|millisekunden?|s|sek\\p{L}*|min|minuten?|h|std|stunden?|tage?n?|wochen?|monate?n?|kb|mb|gb|tb|kib|mib",
    "gib|fps|mal",
  ],
  dated: [
    "seit (?:dem |der |\\d|letzte|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|version)\\S*",
    "in den (?:letzten|vergangenen)|im (?:letzten|vergangenen) \\p{L}+",
    "letzte[nrs]? (?:woche|monat|quartal|jahr)|diese[nrs]? (?:woche|monat|quartal|jahr)",
    "pro (?:tag|woche|monat|stunde|sekunde|minute)|am tag|in der woche|im monat|bis heute|stand \\S+",
  ],
  bound: [
    "grenz\\p{L}+|limit\\p{L}*|max(?:imal)?|min(?:destens|imal)?|höchstens|bis zu|weniger als|mehr als",
    "standard\\p{L}*|schwell\\p{L}+|konfigur\\p{L}+|eingestellt|kapazität|beispiel\\p{L}*|z\\. ?b|angenommen|wenn",
    "falls|deckkraft|breite|höhe|abstand|zoom|rabatt|preis|ziel\\p{L}*|soll\\p{L}*|würde\\p{L}*|könnte\\p{L}*",
    "erwarte\\p{L}*|muss|müssen",
  ],
  reproduce: [
    "(?:lässt|lassen) sich .{0,40}(?:nachstellen|reproduzieren)|(?:nachstellen|reproduzieren):",
    "zum (?:nachstellen|reproduzieren)|so (?:nachstellbar|reproduzierbar)",
    "(?:ist|sind) .{0,30}(?:nachstellbar|reproduzierbar)|schritte:",
  ],
  operate: [
    "geh(?:e|en)?|öffne(?:n)?|klick(?:e|en)?|doppelklick(?:e|en)?|navigier(?:e|en)|start(?:e|en)|melde",
    "anmelden|abmelden|einloggen|ausloggen|tipp(?:e|en)?|drück(?:e|en)?|gib|eingeben|scroll(?:e|en)?",
    "beobachte(?:n)?|sieh|warte(?:n)?|lade|neu laden|zieh(?:e|en)?|wähl(?:e|en)|auswählen|füg(?:e|en)",
    "ruf(?:e|en)?|aufrufen|führ(?:e|en)|ausführen|besuch(?:e|en)|install(?:iere|ieren)",
  ],
};
