import type { ExternalLink } from "../facts/external-link.ts";
import type { Facts, StatementSource } from "../facts/facts.ts";
import type { Link, LinkOrigin } from "../facts/link.ts";
import type { Reference } from "../facts/reference.ts";
import { formatReference, sameRepository } from "../facts/reference.ts";
import { md } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import type { RuleContext } from "./rule.ts";
import type { Place, Reading, ReadingOfProblem } from "../statements/statements.ts";

/** A reference that GitHub links, in our own words: owner, name and number are of GitHub's restricted alphabets. */
export function describeReference(reference: Reference, facts: Facts): Markdown {
  return { markdown: formatReference(reference, facts.repository) };
}

/** A reference in the sticky comment's reach: as code, so that our comment leaves no "mentioned" on what it names. */
export function quoteReference(reference: Reference, facts: Facts): Markdown {
  return md`${formatReference(reference, facts.repository)}`;
}

export function describeOrigin(origin: LinkOrigin): Markdown {
  switch (origin.kind) {
    case "command":
      return md`linked by ${origin.by} in a comment`;
    case "development":
      return md`in GitHub's development links`;
    case "keyword":
      return md`in the text: ${origin.quote}`;
    case "heading":
      return md`under ${origin.heading}: ${origin.quote}`;
  }
}

/** As a sentence with more behind it: a quote may bring a full stop of its own, inside of its code. */
export function endSentence(said: Markdown): Markdown {
  return /[.!?…] ?`*$/u.test(said.markdown) ? said : md`${said}.`;
}

/** A key that somebody wrote, with the tracker that it belongs to where the configuration may be quoted. */
export function describeExternal(
  { key, tracker, url, place }: ExternalLink,
  { quotes }: Pick<RuleContext, "quotes">,
): Markdown {
  const where = place === "title" ? md`in the title` : md`in the text`;
  if (quotes === "not-configuration") return md`${key} ${where}`;
  return md`${url === null ? md`${key}` : linkTo(key, url)} of ${tracker} ${where}`;
}

/** The key percent-encoded, with the signs that would end the link as well. */
function linkTo(key: string, template: string): Markdown {
  const url = URL.parse(template.replaceAll("{key}", encodeURIComponent(key.toWellFormed())));
  if (url === null) return md`${key}`;
  const address = url.href.replace(/[^\w:/.?&=%#+~-]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return md`[${key}](${{ markdown: address }})`;
}

export function describePlace(place: Place): Markdown {
  switch (place.kind) {
    case "heading":
      return md`under ${place.name}`;
    case "field":
      return md`at ${place.name}`;
    case "block":
      return md`in the outcome block`;
    case "line":
      return md`in the text`;
    case "title":
      return md`in the title`;
    case "comment":
      return md`in a comment of ${place.name}`;
  }
}

/** "In #12 under `Problem`": whose text a statement was read from, when it is not the subject's own. */
export function describeSource(source: StatementSource, facts: Facts): Markdown {
  switch (source.kind) {
    case "own":
      return md``;
    case "author-comment":
      return md`in a comment by the author `;
    case "problem":
      return md`in ${describeReference(source.issue, facts)} `;
    case "problem-comment":
      return md`in a comment by the author of ${describeReference(source.issue, facts)} `;
    case "parent":
      return md`in ${describeReference(source.issue, facts)}, a parent, `;
  }
}

/**
 * Why what stands at the end of a link is not known. A place that fewer people can see, one without access and one that
 * does not exist read the same: which of them it is would already tell something.
 */
export function describeUnread(link: Link, facts: Facts): Markdown {
  if (isSidebarOnly(link, facts)) return describeUnreadDevelopment(link);
  const { reference, target } = link;
  const name = quoteReference(reference, facts);
  if (target.kind === "unreachable") return md`GitHub did not answer for ${name}; it is asked again.`;
  if (target.kind === "not-looked-up") return md`${name} was not looked up: only the first 20 references are.`;
  if (target.kind === "found") return md`The problem behind ${name} could not be read here.`;
  return md`${name} could not be read here.`;
}

/** Only GitHub names the other repository, to those who may see it. What the author wrote in the text is public anyway. */
function isSidebarOnly({ origins, reference }: Link, { repository }: Facts): boolean {
  return !sameRepository(reference, repository) && origins.every(({ kind }) => kind === "development");
}

function describeUnreadDevelopment({ target }: Link): Markdown {
  return target.kind === "unreachable"
    ? md`GitHub did not answer for a development link; it is asked again.`
    : md`A development link could not be read here.`;
}

/** What stands in the place of a statement that is not there, and what was looked for when nothing does. */
export function describeMissing(reading: Reading<unknown> | ReadingOfProblem, lookedFor: Markdown): Markdown {
  switch (reading.grade) {
    case "hollow":
      return reading.quote.trim() === ""
        ? md`Nothing stands ${describePlace(reading.place)} yet.`
        : md`What stands ${describePlace(reading.place)} says nothing yet: ${reading.quote}.`;
    case "template":
      return md`What stands ${describePlace(reading.place)} is still the template's text: ${reading.quote}.`;
    case "internal":
      return md`What stands ${describePlace(reading.place)} is a trouble of the project's own work, not of somebody who uses the software: ${reading.quote}.`;
    case "solution-only":
      return md`What stands ${describePlace(reading.place)} says what to build, not yet what users cannot do today: ${reading.quote}.`;
    case "absent":
    case "stated":
      return lookedFor;
  }
}
