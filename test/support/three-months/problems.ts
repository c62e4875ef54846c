/** What mia reported: the first line is the title. Those with a hypothesis say it for everything that serves them. */
export const problems: Readonly<Record<string, string>> = {
  total: "The total is hidden on small screens",
  search: `Search finds nothing after a typing mistake

## Hypothesis

We believe forgiving search, for people who type on a phone, will lower empty results because most mistakes are one letter.
We will know when empty results move from 31% to 15% within 2 weeks.`,
  login: "People are asked to log in again on every page",
  export: "The export leaves out last year",
  signup: "Signing up takes too long on a phone",
  mail: "The mail about a delivery comes after the delivery",
  dark: "The white page wakes whoever sleeps beside the reader",
  price: "People leave at the payment",
  sync: "Two phones show two lists",
  tax: "Visitors from abroad see prices without tax",
  offline: "The list is empty in the cellar",
  labels: "Nobody knows what the labels on a recipe mean",
  voice: "Cooks cannot touch the phone with floury hands",
  typo: "The word for cardamom is misspelt",
  footer: "The address in the footer is an old one",
  images: "Pictures are cut off at the side",
  contrast: "Grey on grey cannot be read in the sun",
  watch: "An app for the watch",
  badge: "The number on the bell never goes away",
};

function believes(change: string, who: string, effect: string): string {
  return `We believe ${change} for ${who} will ${effect} because that is what they told us.`;
}

/** What stands in a pull request besides its link: twelve hypotheses, two explorations, and nothing in the others. */
export const statements: Readonly<Record<string, string>> = {
  "total-1": believes("a visible total", "shoppers on small screens", "lower abandoned carts"),
  "login-1": believes("a session of thirty days", "people who come back", "lower the times that they log in"),
  "login-2": believes("a session of thirty days", "people who come back", "lower the times that they log in"),
  "login-3": believes("a session of thirty days", "people who come back", "lower the times that they log in"),
  "export-1": `${believes("a whole export", "bookkeepers", "lower the letters to us")}
We will know when letters about the export move from 12 to 3 within 4 weeks.`,
  "signup-1": believes("a form of three fields", "new people on a phone", "lower forms that are given up"),
  "mail-1": believes("a mail in the morning", "people who wait", "lower missed deliveries"),
  "dark-1": believes("a dark theme", "people who read in bed", "let them finish the page"),
  "price-1": believes("a bigger button", "people at the payment", "raise finished orders"),
  "price-2": believes("the date of delivery before the payment", "people who hesitate", "raise finished orders"),
  "sync-1": believes("a list that is fetched again", "couples who shop together", "lower double purchases"),
  "tax-1": believes("prices with tax", "visitors from abroad", "lower abandoned carts"),
  "tax-2": believes("prices with tax", "visitors from abroad", "lower abandoned carts"),
  "tax-3": believes("prices with tax", "visitors from abroad", "lower abandoned carts"),
  "offline-1": believes("a list that is kept on the phone", "shoppers in a cellar", "lower lists on paper"),
  "labels-1": "Exploring: does anybody look at the labels at all?",
  "voice-1": "Exploring: do cooks speak to their phone when others are in the kitchen?",
};
