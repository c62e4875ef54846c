import type { EffectCues } from "../effect-cues.ts";

export const germanEffectCues: EffectCues = {
  lessen: [
    "(?:verringer|reduzier|minimier|halbier|verkürz|vermeide|verhinder|spar|einspar|senk|beschleunig|eliminier|verbesser)(?:t|te|en|n|et)",
    "(?:redu|mini|hal)\\p{L}+iert|gesenkt|gesunken|gespart|beschleunigt|halbiert|sink(?:t|en)",
    "spart(?!\\p{L}).{0,60}(?<!\\p{L})ein|(?:weniger|kürzer)",
  ],
  burden: [
    "\\p{L}*(?:ladezeit|antwortzeit|startzeit|wartezeit|laufzeit|rechenzeit|suchzeit|dauer|latenz|verzögerung|speicherverbrauch|speicherbedarf|datenverbrauch|auslastung|größe|kosten|aufwand|akkuverbrauch|reibung|verwirrung|abbrüche|abbruchquote|absprungrate|fehlerrate|fehlversuche|abstürze|rückfragen|anfragen|klicks|schritte|datenverlust|flackern|ruckeln|wartezeiten|ladezeiten|zahl|anzahl|wahrscheinlichkeit|risiko)(?:en|n|s)?",
  ],
  raise: ["(?:erhöh|steiger|verdoppel|verbesser)(?:t|te|en|n)|gesteigert|verdoppelt|erhöht|steig(?:t|en)"],
  gain: [
    "durchsatz|konversion\\p{L}*|abschlussquote|abschlüsse|nutzung|bindung|akzeptanz|trefferquote|bildrate",
    "akkulaufzeit|anmeldungen|registrierungen|auffindbarkeit|zufriedenheit",
  ],
  better: [
    "schneller|rascher|leichter|einfacher|flüssiger|klarer|übersichtlicher|günstiger|sicherer|früher",
    "mühelos\\p{L}*|nahtlos\\p{L}*|sofort|auf einen blick|doppelt so \\p{L}+|halb so \\p{L}+",
    "\\d[\\d,.]*(?:-mal|mal|x) (?:schneller|kleiner|weniger|so)|weniger|seltener",
    "ohne (?:warten|wartezeit|ruckeln|verzögerung|flackern|unterbrechung\\p{L}*)|verständlicher|zuverlässiger",
    "genauer|lesbarer|zugänglicher",
  ],
  ease: [
    "(?:macht|machen) es \\S+ ?(?:\\S+ )?(?:leichter|einfacher|schneller)",
    "(?:hilft|helfen) (?:\\S+ ){0,3}(?:nutzern|kunden|anwendern|besuchern|leuten|ihnen|dabei)",
    "(?:nutzer|kunden|anwender|besucher|leute|admins) (?:müssen|brauchen)(?!\\p{L}).{0,60}(?<!\\p{L})(?:nicht mehr|nicht länger|kein\\p{L}* \\S+ mehr)",
    "(?:erleichtert|ermöglicht) (?:es )?(?:nutzern|kunden|anwendern|besuchern|ihnen|leuten)",
  ],
  result: [
    "dadurch|damit|so dass|sodass|somit|infolgedessen|hierdurch|auf diese weise|im ergebnis",
    "das (?:führt|spart|verringert|beschleunigt|verbessert|vermeidet|senkt)|wodurch|jetzt|nun",
  ],
  span: [
    "von (?:~|etwa |rund |ca\\. )?\\d[\\d.,]* ?(?:%|ms|s|sek|sekunden?|min|minuten?|h|stunden?|tagen?|[kmg]i?b|x)? ?(?:\\S+ )?auf (?:~|etwa |rund |ca\\. |unter )?\\d[\\d.,]* ?(?:%|ms|s|sek|sekunden?|min|minuten?|h|stunden?|tagen?|[kmg]i?b|x)",
  ],
  vague: [
    "(?:verbesser|optimier)\\p{L}* (?:die |der |das |den |allgemeine |insgesamt |und )*(?:codequalität|code|lesbarkeit|wartbarkeit|struktur|testbarkeit|entwicklererfahrung|sicherheit|dokumentation|ux|nutzererfahrung|leistung|performance|benutzerfreundlichkeit|bedienbarkeit|stabilität|zuverlässigkeit)",
    "(?:bessere|besserer|höhere) (?:codequalität|lesbarkeit|wartbarkeit|performance|leistung|nutzererfahrung|benutzerfreundlichkeit|stabilität)",
  ],
};
