/** Everybody and everything here is invented. */
export const organisation = "quince-and-thyme";

/** The product: a planner for a household's meals. */
export const product = `${organisation}/week-menu`;

/** Notes of conversations with households: not for everybody's eyes. */
export const interviews = `${organisation}/kitchen-talks`;

export const owner = "ines-from-quince";
export const cook = "mira-plans-meals";
export const builder = "tomasz-at-the-stove";
export const taster = "jo-reads-recipes";

/** Answers households' letters: may read, and writes issues. */
export const support = "lene-at-the-letterbox";

/** Writes from outside: may read what is public, and nothing more. */
export const passerBy = "sam-passing-by";

export const updateBot = "pantry-updates[bot]";

/** Stands in the private problem only. Where it is seen in public, something leaked. */
export const canary = "the saffron ledger";
