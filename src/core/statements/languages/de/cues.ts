import type { Cues } from "../cues.ts";
import { germanEffectCues } from "./effect-cues.ts";
import { germanEvidenceCues } from "./evidence-cues.ts";
import { germanSectionCues } from "./section-cues.ts";
import { anySpelling } from "./spelling.ts";

/** German has no fixed order of words, and makes one word of several: so these are stems, and verbs without their place. */
const problem = {
  contrast: [
    "aber|jedoch|allerdings|obwohl|obgleich|hingegen|leider|dennoch|trotzdem|stattdessen|statt|anstatt",
    "anstelle|nur dass|nichts passiert|passiert nichts|ohne dass",
  ],
  failure: [
    "st(?:ürzt|ürzen)(?!\\p{L}).{0,80}(?<!\\p{L})ab|abst(?:ürzt|ürzen)|abgestürzt\\p{L}*",
    "\\p{L}*abst(?:urz|ürze|ürzen)|crasht|crashen|bricht(?!\\p{L}).{0,80}(?<!\\p{L})(?:ab|zusammen)|abbricht",
    "abgebrochen|hängt(?: sich)?(?! (?:von|davon))(?:(?!\\p{L}).{0,40}(?<!\\p{L})auf)?|aufgehängt",
    "hängen ?(?:bleib\\p{L}*|geblieben)",
    "bleib(?:t|en)(?!\\p{L}).{0,60}(?<!\\p{L})(?:hängen|leer|stehen|weiß|schwarz|unsichtbar|grau)",
    "fr(?:iert|oren?)(?!\\p{L}).{0,40}(?<!\\p{L})ein|einfriert|eingefroren\\p{L}*|flackert|flackern|ruckelt",
    "ruckeln",
    "(?:kann|können|konnte|konnten|(?:lässt|lassen|ließ) sich)(?!\\p{L})[^.;!?]{0,80}(?<!\\p{L})nicht(?! nur)",
    "nicht(?!\\p{L})[^.;!?]{0,80}(?<!\\p{L})(?:kann|können|konnte|konnten)",
    "nicht (?:mehr )?(?:angezeigt|gespeichert|geladen|aktualisiert|gefunden|übernommen|erkannt|dargestellt|zugestellt|verschickt)",
    "kaputt\\p{L}*|defekt\\p{L}*|geht(?!\\p{L})(?: \\S+){0,3} (?:nicht|kaputt|verloren|schief)|verloren",
    "verlier(?:t|en)|verschwind(?:et|en)|verschwunden\\p{L}*",
  ],
  trouble: [
    "fehler(?!behandlung|meldungen? (?:verbessert|übersetzt)|klasse)\\p{L}*|\\p{L}+(?<!test)fehler[ns]?",
    "fehlerhaft\\p{L}*|fehlgeschlagen\\p{L}*|fehlschlägt|fehlschlagen",
    "schl(?:ägt|agen|ug|ugen)(?!\\p{L}).{0,80}(?<!\\p{L})fehl",
    "falsch\\p{L}*|unvollständig\\p{L}*|ungültig\\p{L}*|unleserlich\\p{L}*|unlesbar\\p{L}*|unbrauchbar\\p{L}*",
    "unbenutzbar\\p{L}*|unzuverlässig\\p{L}*|ungenau\\p{L}*|inkonsistent\\p{L}*|widersprüchlich\\p{L}*",
    "veraltet\\p{L}*|irreführend\\p{L}*|missverständlich\\p{L}*|unerwartet\\p{L}*|ungewollt\\p{L}*",
    "versehentlich\\p{L}*|unerreichbar\\p{L}*|unverständlich\\p{L}*|beschädigt\\p{L}*|lückenhaft\\p{L}*",
    "blockier(?:t|en)\\p{L}*|ignorier(?:t|en)|abgelehnt|abgewiesen|gesperrt|ausgesperrt",
    "zeitüberschreitung\\p{L}*|lädt (?:endlos|ewig|nicht)|endlos\\p{L}*|sicherheitslücke\\p{L}*",
    "datenverlust\\p{L}*|störung\\p{L}*|panne\\p{L}*|ausnahme (?:wird|wurde|geworfen)",
    "problematisch\\p{L}*|(?:das|ein|folgendes|großes|bekanntes|dieses) problem",
    "probleme (?:mit|bei|beim|wenn|für)|schwierigkeit\\p{L}*",
    "funktionier(?:t|en|te|ten)(?!\\p{L})(?: \\S+){0,6} nicht",
    "nicht (?:mehr )?(?:richtig|korrekt|zuverlässig|wie erwartet|funktionier\\p{L}*)",
    "überschreib(?:t|en)|überschrieben\\p{L}*|abgeschnitten\\p{L}*|überlapp\\p{L}+|überdeck\\p{L}+|verdeckt\\p{L}*",
    "verdecken|verrutsch\\p{L}*|verzerrt\\p{L}*|verpixelt\\p{L}*|verdoppelt\\p{L}* angezeigt|doppelt\\p{L}*",
    "leere[nrs]? (?:seite|liste|bildschirm|fenster|felder?|anzeige|antwort)\\p{L}*",
  ],
  bare: [
    "geht|gehen|funktioniert|funktionieren|klappt|läuft|nicht|nichts|mehr|gar|überhaupt|kaputt\\p{L}*|defekt\\p{L}*",
    "fehler|bugs?|probleme?|abgestürzt|stürzt|ab|falsch|es|das|dies|die|der|den|dem|ein|eine|einen|mein\\p{L}*|ich|wir|habe|haben|bekomme",
    "bei|mit|und|aber|immer|noch|mir|uns|ist|sind|hat|wird|app|seite|webseite|website|programm|anwendung|software",
    "bitte|um|hilfe|helfen|dringend|hallo|moin|liebes|team|danke|leider|wieder|warum|total|so|einfach",
  ],
  lack: [
    "(?:kann|können|konnte|konnten|lässt|lassen|ließ|wird|werden|wurde|wurden|ist|sind|war|waren|hat|haben|darf|dürfen|geht|gehen|ging|gibt|gab|sehe|sieht|sehen|finde|findet|finden|erhalte|erhält|erhalten|bekomme|bekommt|bekommen|zeigt|zeigen|reagiert|reagieren|lädt|laden|öffnet|öffnen|erscheint|erscheinen|passiert|aktualisiert|startet|speichert|erkennt|merkt|weiß|wissen|versteht|verstehen|reicht|reichen)(?!\\p{L})[^.;!?]{0,80}(?<!\\p{L})(?:nicht|nichts|nie|niemals|kein|keine|keinen|keinem|keiner|keinerlei|kaum)(?! nur)",
    "(?:nicht|nie|kein|keine|keinen|keinem|keinerlei|kaum)(?!\\p{L})[^.;!?]{0,80}(?<!\\p{L})(?:kann|können|konnte|konnten|lässt|lassen|wird|werden|wurde|wurden|ist|sind|habe|hat|haben|geht|finde|findet|finden|sehe|sieht|sehen|gibt|angezeigt|möglich|gespeichert|gefunden|geladen|erreichbar|sichtbar|verfügbar|unterstützt|aktualisiert|übernommen|erkannt|erkennbar|geöffnet|bedienbar|auffindbar|lesbar)",
    "niemand|nirgends|nirgendwo|unmöglich|keine (?:möglichkeit|rückmeldung|option|hilfe|chance|ahnung)",
    "kein(?:en)? (?:weg|hinweis|zugriff|zugang)",
    "ohne (?:hinweis|rückmeldung|erklärung|warnung|vorwarnung|grund|möglichkeit)|lediglich",
    "(?:kann|können|ist|sind|lässt|lassen|geht|wird|werden|funktioniert)(?!\\p{L})(?: \\S+){0,4} nur",
    "nicht mehr|unzureichend\\p{L}*|mangel\\p{L}*|mangelnd\\p{L}*|fehlende[nrms]?|fehl(?:t|en|te|ten)",
    "vermiss(?:t|en)",
  ],
  pain: [
    "verwirr\\p{L}+|verwirrung|ärger\\p{L}*|nerv(?:t|en|ig\\p{L}*)|frustr\\p{L}+|mühsam\\p{L}*|mühselig\\p{L}*",
    "umständlich\\p{L}*|lästig\\p{L}*|unübersichtlich\\p{L}*|unpraktisch\\p{L}*|störend\\p{L}*|stör(?:t|en)",
    "seltsam\\p{L}*|komisch\\p{L}*|hässlich\\p{L}*|unschön\\p{L}*|beschwer(?:en|t|te|ten|de|den)",
    "verunsicher\\p{L}+|überrasch(?:t|end)\\p{L}*|anstrengend\\p{L}*|zeitaufwändig\\p{L}*|zeitraubend\\p{L}*",
    "schwer(?:er)? (?:zu|auf)|schwierig\\p{L}*|langsam\\p{L}*|träge|verschwommen\\p{L}*|unscharf\\p{L}*",
    "zu (?:viel|viele|lange|lang|groß|klein|langsam|spät|früh|oft|schnell|wenig|schwer|kompliziert|eng|breit|hell|dunkel)",
    "müssen(?!\\p{L})|muss man|manuell\\p{L}*|von hand|händisch|umweg\\p{L}*|notlösung\\p{L}*|behelf\\p{L}*",
    "jedes mal|immer wieder|ständig|jedesmal|ewig|minutenlang|sekundenlang",
    "führ(?:t|en|te|ten)(?!\\p{L}).{0,60}(?<!\\p{L})(?:zu|dazu)|dazu führ(?:t|en)|wodurch|sodass|so dass",
    "zur folge|deshalb|deswegen|daher|weshalb",
  ],
  until: [
    "bisher|bislang|vorher|zuvor|früher|ursprünglich|aktuell|derzeit|momentan|zurzeit|zur zeit|heute",
    "gegenwärtig|im moment|bis jetzt|im augenblick|jetzt gerade",
  ],
  before: [
    "war|waren|wurde|wurden|hatte|hatten|konnte|konnten|musste|mussten|noch|immer noch|weiterhin|bereits",
    "die alte|der alte|das alte|bestehende\\p{L}*|scheint|scheinen|anscheinend|offenbar|aufgefallen|gemeldet",
    "beobachtet|festgestellt|bemerkt|wir sehen|wir haben gesehen",
  ],
  situation: [
    "wenn|falls|sobald|nachdem|während|beim|bei|nach (?:dem|der|einem|einer)|manchmal|gelegentlich|sporadisch",
    "zufällig|häufig|oft",
    "in (?:manchen|einigen|bestimmten|seltenen|vielen|diesem|diesen) (?:fällen|fall|situationen)",
    "unter (?:windows|linux|macos|android|ios|last|umständen)|auf (?:dem|mobilen?|kleinen?|großen?) \\p{L}+",
    "auf (?:android|iphones?|ipads?|tablets?|handys?|smartphones?)|mobil",
    "am (?:handy|telefon|smartphone|tablet)|in (?:safari|firefox|chrome|edge)|seit (?:dem|der|version|v?\\d)",
    "obwohl|selbst wenn|trotz",
  ],
  condition: [
    "(?:wenn|falls|sobald|sofern) [^,]{1,120},(?! (?:obwohl|aber|und|oder|weil|da|der|die|das|den|sodass|so dass|wenn|falls|wo) )",
  ],
  users: [
    "(?:\\p{L}+)?(?:nutzer|benutzer|anwender|kunde|besucher|leser|käufer|verkäufer|spieler|teilnehmer|mitarbeiter|mitglied|betreiber|administrator|redakteur|schüler|lehrer|patient|entwickler von apps|abonnent|empfänger|zuschauer|händler|gast|gäst|bewerber|betrachter|besteller|bearbeiter)(?:s|n|en|e|er|ern|in|innen)?(?:[*:_]innen)?",
    "leute|leuten|menschen|personen|jemand|admins?|kunden|kundinnen|userin|user|usern",
    "team(?:s)? unserer kunden|support-?team|screenreader\\p{L}*",
    "man|sie|ihr|ihnen|du|dir|dich",
  ],
  self: ["ich|mir|mich|mein\\p{L}*|wir|uns|unser\\p{L}*|bei mir|bei uns"],
  plan: [
    "jetzt|nun|ab sofort|künftig|zukünftig|in zukunft|demnächst",
    "(?:man|wir|ich|sie|nutzer) (?:kann|können|könnte|könnten) (?:jetzt|nun|dann)|würde|würden|wäre|wären",
    "könnte|könnten|sollte|sollten|soll|sollen|idealerweise|am besten|möchte|möchten|wollen wir|wünschen",
    "damit (?:man|wir|nutzer|sie|die)|zum beispiel",
  ],
  internal: [
    "ci(?:/cd)?|pipeline\\p{L}*|github actions?|build\\p{L}*|runner|jenkins|workflow-?datei\\p{L}*|\\p{L}*tests?",
    "testfall\\p{L}*|testfälle\\p{L}*|testabdeckung|tests schlagen|mocks?|fixtures?|linter\\p{L}*|eslint",
    "prettier|typprüfung|compiler\\p{L}*|kompilier\\p{L}+|abhängigkeit\\p{L}*|refactoring\\p{L}*|refaktor\\p{L}*",
    "aufräum\\p{L}*|quelltext\\p{L}*|quellcode\\p{L}*|codebasis|lesbarkeit des codes|technische schulden?",
    "tippfehler|wartbarkeit|entwicklungsumgebung\\p{L}*|änderungsprotokoll|changelog|renovate|dependabot",
    "merge-?konflikt\\p{L}*|veröffentlichungsprozess|releaseprozess|(?:pr|issue)-?vorlage\\p{L}*|intern\\p{L}*",
    "maintainer|reviewer|mitwirkende\\p{L}*",
  ],
  ownChange: [
    "(?:(?:mit|in|durch|nach) )?(?:dies(?:e|er|em|es|en)|der|die) (?:pr|pull request|änderung\\p{L}*|commit|patch|anpassung\\p{L}*|korrektur|umbau|merge request)",
    "(?:dieser|der) (?:fix|bugfix)|hiermit|damit|außerdem|zusätzlich|jetzt|nun|ab sofort|stattdessen wird",
    "es (?:wird|werden) (?:nun|jetzt)",
    "(?:ich|wir) (?:habe|haben)(?!\\p{L}).{0,120}(?:hinzugefügt|geändert|behoben|entfernt|umgesetzt|ersetzt|angepasst|ergänzt|korrigiert|verschoben|umbenannt|eingebaut|gefixt|überarbeitet|repariert)",
    "\\p{L}+ (?:hinzufügen|ergänzen|ändern|beheben|entfernen|umsetzen|ersetzen|anpassen|korrigieren|verschieben|umbenennen|einbauen|fixen|überarbeiten|reparieren|aktualisieren|verbessern|einführen|vereinheitlichen|vermeiden|verhindern|erlauben|ermöglichen)",
    "(?:behebt|korrigiert|ergänzt|entfernt|ersetzt|ändert|fügt|verhindert|vermeidet|repariert|aktualisiert|verbessert|ermöglicht|erlaubt|führt|passt|stellt|nutzt|verwendet|verschiebt|vereinfacht|zeigt jetzt|setzt)",
  ],
  reason: ["weil|da(?= (?:man|sie|es|die|der|das|ich|wir|nutzer|kunden))|denn|aufgrund|wegen|der grund|grund dafür"],
  hence: ["daher|deshalb|deswegen|darum|folglich|somit|also(?= (?:muss|müssen|wird|habe|haben))"],
  cure: [
    "(?:behebt|behoben|behebe|beheben|korrigiert|löst|gelöst|verhindert|vermeidet|beseitigt|repariert|fixt) .{0,160}?(?:bei dem|bei der|wodurch|durch den|durch die|dass|der dazu|die dazu|wenn|weil|sodass|wo )",
  ],
  ended: ["nicht mehr|nicht länger|kein\\p{L}* [^.;]{0,30}mehr|nie mehr"],
  relief: [
    "(?:kein|keine|keinen|ohne|nicht) (?:\\S+ )?(?:fehler\\p{L}*|probleme?n?|abstürze\\p{L}*|abbrüche|auswirkung\\p{L}*|störung\\p{L}*|inkompatib\\p{L}+|breaking changes?|änderung\\p{L}* nötig)",
    "fehlerbehandlung\\p{L}*|fehlerbehebung\\p{L}*|fehlerbericht\\p{L}*|fehlerseite\\p{L}*|fehlerkorrektur\\p{L}*",
    "fehlercode\\p{L}*|falls (?:es )?(?:fragen|probleme)|bei (?:fragen|problemen)",
    "(?:funktioniert|geht|klappt) (?:jetzt|nun|wieder)",
    "(?:ist|sind|wurde|wurden) (?:damit |jetzt |nun )?(?:behoben|gelöst|korrigiert|repariert)|nicht nötig",
    "nicht notwendig|nicht erforderlich|macht nichts",
  ],
  guidance: [
    "(?:bitte )?(?:beschreib(?:e|en sie|t)|erklär(?:e|en sie|t)|erläuter(?:e|n sie)|füg(?:e|en sie) \\S+ (?:\\S+ )?(?:hinzu|ein|an)|füll(?:e|en sie)|nenn(?:e|en sie)|gib|geben sie|ergänz(?:e|en sie)|lösch(?:e|en sie)|verlink(?:e|en sie)|trag(?:e|en sie)) (?:hier |kurz |bitte )*(?:das|die|den|dein\\p{L}*|ihr\\p{L}*|was|wie|warum|welche\\p{L}*|an|alle|einen|eine|ein|diese\\p{L}*)",
    "bitte (?:prüfen|beachten|ausfüllen|angeben|beschreiben|löschen|lesen)|falls (?:zutreffend|nötig|möglich)",
  ],
  request: [
    "(?:bitte|es wäre (?:schön|gut|toll|hilfreich|nett|praktisch|super)|ich (?:hätte gern\\p{L}*|wünsche|möchte|würde gern\\p{L}*|schlage)|wir (?:sollten|brauchen|möchten|wollen|müssen)|man (?:sollte|könnte)|könnt(?:e|et) (?:ihr|man)|können wir|wunsch|feature-?wunsch|vorschlag|anforderung|aufgabe|idee)(?!\\p{L})",
    "\\p{L}+ (?:\\p{L}+ ){0,4}(?:hinzufügen|einbauen|ergänzen|einführen|unterstützen|ermöglichen|anbieten|umsetzen|implementieren|aktualisieren|umstellen|ersetzen|entfernen|erlauben|verbessern|anzeigen|erstellen|bereitstellen)(?=[.!]?$)",
  ],
} as const satisfies Partial<Cues>;

export const germanCues: Partial<Cues> = Object.fromEntries(
  Object.entries({ ...problem, ...germanSectionCues, ...germanEvidenceCues, ...germanEffectCues }).map(
    ([name, words]) => [name, words.map(anySpelling)],
  ),
);
