import type { Cues } from "../cues.ts";

/** What German headings are there for, as the beginning of what `plainTitle` gives. */
export const germanSectionCues: Pick<Cues, "why" | "change" | "steps" | "wish" | "aside"> = {
  why: [
    "(?:das |die |der )?(?:probleme?|fehler|warum|wieso|weshalb|motivation|hintergrund|kontext|ausgangslage|ausgangssituation|anlass|grund|gründe|begründung|ursache|ursachen|zweck|anwendungsfall|anwendungsfälle|symptome?|ist zustand|istzustand|nutzergeschichte|user story)$",
    "problem(?:beschreibung|stellung|e der|e mit)|beschreibung des (?:problems|fehlers)|fehlerbeschreibung",
    "warum (?:diese|ist|wird|brauchen|machen|das)|was ist (?:das problem|passiert|der anlass)|was passiert",
    "was geht nicht|(?:aktuelles|bisheriges|tatsächliches|jetziges) verhalten",
    "aktuell(?:er|e) (?:stand|zustand|situation)|welches problem",
  ],
  change: [
    "(?:die |unsere |vorgeschlagene )?(?:lösung|lösungen|änderung|änderungen|umsetzung|implementierung|ansatz|vorgehen|entwurf|anpassungen|verbesserungen|lösungsansatz)(?: .{0,20})?$",
    "was (?:wurde|ist|hat sich|ändert sich|wird|macht)(?: .{0,30})?(?:geändert|neu|gemacht|ändert|pr)?$",
    "so funktioniert|wie (?:es|das) funktioniert|neues verhalten|geänderte dateien",
    "technische (?:details|umsetzung)",
  ],
  steps: [
    "schritte? (?:zum|zur|um)|(?:so )?(?:nachstellen|reproduktion|reproduzieren)",
    "wie (?:lässt|kann) (?:sich )?(?:der|das|man)|protokolle?$|log(?:s|ausgabe)?$|fehlerprotokoll",
    "fehlermeldung(?:en)?$|bildschirmfotos?|beispielcode|nachweise?|belege?$",
  ],
  wish: [
    "(?:erwartetes|gewünschtes|richtiges|neues gewünschtes) verhalten|soll zustand|sollzustand",
    "was (?:hätte|sollte|soll|wünsch)|erwartung(?:en)?$|erwartetes ergebnis|akzeptanzkriterien|ziele?$|wunsch",
    "anforderungen$|aufgaben$|zu erledigen",
  ],
  aside: [
    "(?:wie|so) (?:wurde|wird|habe|kann) .{0,30}(?:getestet|geprüft|testen)|(?:manuelle )?tests?$|testplan",
    "testanleitung|getestet|prüfung$|überprüfung|qualitätssicherung|checkliste|vor dem (?:merge|absenden)",
    "vorher$|nachher$|vorher nachher|screenshots?$|bilder$|demo|video|hinweise?|anmerkung(?:en)?|notizen",
    "sonstiges|weiteres|weitere|zusätzliche|zusätzlich|veröffentlichung|migration|rollback|dokumentation",
    "umgebung|version|betroffene|verwandte|verweise|links?$|tickets?$|issue|art der änderung|typ der|risiken",
    "auswirkungen auf|nächste schritte|offene fragen|offene punkte|einschränkungen|alternativen",
    "abhängigkeiten|änderungsprotokoll|danke|nicht enthalten",
  ],
};
