import { part, splitAt } from "../../split-at.ts";
import type { Belief, ClaimWords } from "../claim-words.ts";

/** "halbiert", "halbieren": said of what is to come as often as of what is. */
const does =
  "(?:halbier|senk|steiger|erhöh|verringer|reduzier|verkürz|verbesser|vereinfach|erleichter|beschleunig|verdoppel|verhinder)(?:t|e?n)";

/** A verb in its basic form, and none that "wird" makes a passive of: "halbieren" and not "aufgerufen". */
const infinitive =
  "(?:\\p{L}+(?:ieren|ern|eln)|(?!\\p{L}{0,8}ge\\p{L}{3,}en(?!\\p{L}))(?!\\p{L}*(?:nommen|schlossen|schrieben|worfen|funden|bunden|gangen|standen|brochen|sprochen|zogen|boten|loren|griffen|schnitten|trieben|wiesen|lassen)(?!\\p{L}))\\p{L}+en)";

export const germanClaims: ClaimWords = {
  opener:
    "wir (?:(?:glauben|vermuten|erwarten|wetten)(?: (?:fest|stark|auch|weiterhin|außerdem))?(?: daran)?|nehmen an|gehen davon aus|sind (?:davon )?überzeugt)(?:,? da(?:ss|ß))?",
  promise: `f(?:ü|ue)hr(?:t|en)|sorg(?:t|en)|bewirk(?:t|en)|${does}|${infinitive} (?:wird|werden)|(?:wird|werden)(?= [^.!?]{0,120}(?<!\\p{L})${infinitive}(?!\\p{L}))`,
  doubt:
    "bezweifel[nt]|bezweifle|zweifel[nt]?|zweifle|unsicher|nicht (?:sicher|überzeugt|klar|weil|dass)|ob|wenn|falls|kaum|warum sollten|früher",
  denial:
    "(?:ehrlich gesagt |nein,? )*(?:wir|ich) (?:(?:glauben|glaube|denken|denke|vermuten|erwarten|erwarte) (?:(?:es|das|eigentlich|derzeit|im moment|aktuell) )*nicht|bezweif\\p{L}+|haben kein\\p{L}*|wissen (?:es |das )?(?:noch )?nicht)",
  knowing:
    "(?:(?:und |dann )?wir (?:werden )?(?:es |das )?(?:wissen|merken|sehen|erkennen)|(?:das|es|(?:und )?dann) (?:wissen|merken|sehen|erkennen) wir)",
  when: "wenn|sobald|dass|daß|ob",
  splitBelief,
  parts: {
    "wir glauben": "change",
    "wir glauben dass": "change",
    änderung: "change",
    für: "who",
    wer: "who",
    "führt zu": "effect",
    wird: "effect",
    wirkung: "effect",
    weil: "because",
    grund: "because",
    metrik: "metric",
    messgröße: "metric",
    kennzahl: "metric",
    ausgangswert: "baseline",
    von: "baseline",
    zielwert: "target",
    auf: "target",
    zeitraum: "window",
    "innerhalb von": "window",
    innerhalb: "window",
  },
  vague: (
    "verbessern verbessert verbessere helfen hilft machen macht werden wird wirken wirkt funktionieren funktioniert lösen löst führen führt bringen bringt sein ist " +
    "zu zur zum dazu dass es das dies diese alles einiges etwas sachen dinge ding viel vieles mehr sehr deutlich insgesamt allgemein generell " +
    "besser bessere besseren besserem besserer gut gute guten schöner schön einfacher leichter sauberer toll positiv positive positiven nützlich hilfreich " +
    "der die den dem des ein eine einen einem einer und für mit uns alle allen leute nutzer nutzern benutzer benutzern kunden anwender anwendern " +
    "erfahrung nutzererfahrung benutzererfahrung erlebnis nutzererlebnis verbesserung verbesserungen auswirkung auswirkungen effekt effekte wirkung ergebnis ergebnisse ergebnissen " +
    "wir ich glauben glaube hoffen hoffe denken denke sollte soll könnte würde hoffentlich wahrscheinlich " +
    "situation problem probleme problemen produkt app unsere unser ihre"
  ).split(" "),
};

function splitBelief(belief: string): Belief {
  const [main, reason] = splitAt(belief, /,\s?(?:weil|da|denn)\s|[,;]?\sweil\s/iu);
  const because = part(reason);
  const ifThen = /^\W*(?:wenn|falls|sobald)\s(.*?),\s(?:(?:dann|so)\s)?(.+)$/iu.exec(main);
  if (ifThen !== null) return { change: part(ifThen[1]), who: null, effect: part(ifThen[2]), because };
  const [left, effect] = splitEffect(main.trim());
  if (effect === undefined) return { change: null, who: null, effect: null, because };
  return { ...splitPeople(left), effect: part(effect), because };
}

/** What is changed and for whom, and the effect. */
type Halves = readonly [string, (string | undefined)?];

/** In the order in which they can be told safely: "führt dazu, dass ...", "zu ... führt", "wird ...", "... wird". */
function splitEffect(main: string): Halves {
  const outright = splitAt(
    main,
    /,?\s(?:dazu\sf(?:ü|ue)hr(?:t|en)|daf(?:ü|ue)r\ssorg(?:t|en)|(?:f(?:ü|ue)hr(?:t|en)|sorg(?:t|en))\s(?:dazu|daf(?:ü|ue)r)),\sda(?:ss|ß)\s/iu,
  );
  if (outright[1] !== undefined) return outright;
  const leading = /^(.+)\sf(?:ü|ue)hr(?:t|en)\s((?:f(?:ü|ue)r\s.+?\s)?)zu[rm]?\s(.+)$/iu.exec(main);
  if (leading !== null) return [`${leading[1]} ${leading[2]}`.trim(), leading[3]];
  const trailing = /^(.+)\sf(?:ü|ue)hr(?:t|en)(?:\s(?:wird|werden))?$/iu.exec(main);
  if (trailing !== null) return splitBehindPeople(trailing[1] ?? "", /\szu[rm]?\s/iu);
  const will = /^(.+?)\s(?:wird|werden)\s(.+)$/iu.exec(main);
  if (will !== null) return splitPromise(will[1] ?? "", will[2] ?? "");
  return splitBehindPeople(main.replace(/\s(?:wird|werden)$/iu, ""), object);
}

/** "wird für WHO EFFECT" tells who behind the verb. */
function splitPromise(left: string, right: string): Halves {
  if (!/^f(?:ü|ue)r\s/iu.test(right)) return [left, right];
  const [who, effect] = splitBehindPeople(right, object);
  return [`${left} ${who}`.trim(), effect];
}

/** Before an object that no preposition takes: "Leute am Telefon | die Fehlversuche". */
const object =
  /(?<!(?:^|\s)(?:f(?:ü|ue)r|von|mit|ohne|in|im|an|am|auf|bei|beim|nach|vor|zu|aus|(?:ü|ue)ber|unter|zwischen|durch|gegen|um|bis|seit|wegen))\s(?=(?:die|das|den|ein|eine|einen|kein|keine|keinen|mehr|weniger)\s)/iu;

/** What is parted off stands behind those for whom it is, where they are told: what stands before them may look like it. */
function splitBehindPeople(text: string, separator: RegExp): Halves {
  const from = Math.max(0, text.search(/(?<!\p{L})f(?:ü|ue)r\s/iu));
  const [head, tail] = splitAt(text.slice(from), separator);
  if (tail !== undefined) return [text.slice(0, from) + head, tail];
  // Without a separator nobody can tell where the object begins: then all of it is the effect.
  return from === 0 ? ["", text] : [text.slice(0, from), text.slice(from)];
}

function splitPeople(left: string): Pick<Belief, "change" | "who"> {
  const [change, ...who] = left.split(/(?:^|,?\s)f(?:ü|ue)r\s/iu);
  return { change: part(change), who: part(who.join(" für ")) };
}
