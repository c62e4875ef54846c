import type { EmptyWords } from "../empty-words.ts";

export const germanEmpty: EmptyWords = {
  fillers: [
    "k a",
    "ka",
    "kA",
    "keine",
    "keins",
    "keiner",
    "kein",
    "nein",
    "ja",
    "nix",
    "nichts",
    "nichts dergleichen",
    "keine angabe",
    "keine angaben",
    "ohne angabe",
    "entfällt",
    "entfaellt",
    "unbekannt",
    "offen",
    "noch offen",
    "folgt",
    "folgt noch",
    "kommt noch",
    "später",
    "spaeter",
    "egal",
    "selbsterklärend",
    "selbsterklaerend",
    "selbstredend",
    "offensichtlich",
    "nicht zutreffend",
    "trifft nicht zu",
    "nicht anwendbar",
    "nicht relevant",
    "nicht nötig",
    "nicht notwendig",
    "nicht vorhanden",
    "titel",
    "dito",
    "s o",
    "s u",
    "s titel",
    "platzhalter",
  ],
  pointers: [
    "(?:bitte )?(?:siehe|s|vgl|vergleiche|wie|steht|gleich wie|genau wie|dasselbe wie|laut|gemäß) (?:(?:im|in|der|die|das|den|dem|zum|verlinktes|verlinkten|verlinktem|verknüpftes|verknüpften|angehängtes|oben|unten) )*(?:titel|überschrift|betreff|issue|ticket|beschreibung|oben|unten|commit|commits|nachricht|nachrichten|link|links|kommentar|kommentare|code|diff|thread|diskussion|anhang|pr)(?: (?:oben|unten|bitte|danke))*",
    "wie (?:(?:bereits|schon|gestern|heute|eben|ja|im \\p{L}+|in \\p{L}+ \\p{L}+|mit \\p{L}+) )*(?:besprochen|abgesprochen|vereinbart|erwähnt|beschrieben|gesagt|gehabt|immer|üblich|gewünscht|angefragt)",
    "(?:der )?titel sagt (?:schon |eigentlich |ja )?(?:alles|es)",
    "wird (?:noch |später |spaeter )?(?:nachgereicht|ergänzt|ergaenzt|nachgetragen|nachgeliefert|ausgefüllt|ausgefuellt)",
  ],
  denials: (
    "kein keine keinen keinem keiner keines keins nicht nichts nix nie niemand nein ohne weder unklar unbekannt offen entfällt entfaellt " +
    "später spaeter folgt bald ausstehend reiche reichen nachreichen ergänze ergänzen"
  ).split(" "),
  thin: (
    "ich wir ihr sie es er man mir uns das die der den dem des dies diese dieser dieses ein eine einen einem einer ist sind war hat habe haben hatte hatten gibt gab wird werden kann können " +
    "weiß weiss wissen sagen sehe sehen noch nur auch schon ja mal hier da dazu dafür davon dabei bisher bislang derzeit aktuell momentan zurzeit im in zu zum zur für von auf an bei moment so sehr recht wirklich " +
    "eigentlich ehrlich gesagt konkrete konkreten konkretes genaue genauen echte sicher klar leider sorry danke bitte so weit soweit wie was ob und oder aber nach vor pr änderung vorhanden nötig notwendig"
  ).split(" "),
  asked: (
    "hypothese hypothesen annahme annahmen problem probleme problems metrik metriken messgröße kennzahl kennzahlen kpi beleg belege belegen nachweis nachweise idee ideen ahnung plan " +
    "antwort alternative alternativen zeitraum wirkung effekt zahlen angabe angaben bekannt relevant anwendbar zutreffend"
  ).split(" "),
  material:
    "daten rückmeldung rückmeldungen feedback auswertung auswertungen messung messungen statistik protokoll protokolle bilder screenshots umfrage umfragen interviews".split(
      " ",
    ),
  refusal:
    "(?:k\\.\\s?a\\.|entf(?:ä|ae)llt|nicht (?:zutreffend|anwendbar|relevant|n(?:ö|oe)tig|notwendig|erforderlich)|trifft (?:hier )?nicht zu|keine?s?(?: (?:echte|konkrete))?(?: (?:problem|hypothese|metrik|belege?))?)(?: hier)?\\s*(?:[-–—:;,.(]|weil |da )",
  nevertheless: "aber|jedoch|allerdings|obwohl|trotzdem|dennoch|außer",
};
