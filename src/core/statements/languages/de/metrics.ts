import type { MetricWords } from "../metric-words.ts";

const verb =
  "steig(?:t|en)|sink(?:t|en)|fällt|fallen|fiel(?:en)?|w[aä]chs(?:t|en)|geht|gehen|zurückge(?:ht|hen)|zunimmt|zunehmen|abnimmt|abnehmen|bewegt|bewegen|ändert|ändern|verbessert|verbessern|klettert|klettern|kommt|kommen|liegt|liegen|ist|sind|beträgt|betragen|erreicht|erreichen|bleibt|bleiben|verringert|verringern|erhöht|erhöhen|reduziert|gesunken|gestiegen|gefallen|gewachsen";

/** The verb may stand at either end: "Anmeldungen steigen von 1 auf 2", "wenn Anmeldungen von 1 auf 2 steigen". */
export const germanMetrics: MetricWords = {
  lead: "(?:innerhalb|binnen|nach|in) (?:von |der |des |den |dem )?(?:nächsten |ersten )?",
  from: " von (?=\\S*\\d|null |einem |einer )",
  to: " auf ",
  towards:
    " (?:auf )?(?=(?:um|unter|über|mindestens|höchstens|weniger als|mehr als) \\S*\\d)| auf (?=\\S*\\d|null(?: |$))",
  moves: `(?: sich)? (?:${verb})(?: ist| sind| wird| werden)?`,
};
