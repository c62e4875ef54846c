import type { ImageSpan, Line } from "../../markdown/line.ts";
import type { Found } from "./found.ts";
import type { Passage } from "./passages.ts";
import type { Prose } from "./prose.ts";
import { isTroubled, says } from "./says.ts";
import { tellsTrouble } from "./tells-trouble.ts";

/** What a picture or video of the trouble is quoted by; null for badges, logos and pictures of what is to come. */
export function findInImages(passage: Passage, prose: Prose): Found | null {
  for (const line of passage.lines) {
    const shown = picturesOf(line).find(({ source }) => !decoration.test(source));
    if (shown === undefined) continue;
    const words = [wordsOf(line), passage.lead, isOwnName(shown.words) ? shown.words : ""].join(" ; ");
    if (!showsTrouble(words, passage, prose)) return null;
    return { text: isOwnName(shown.words) ? shown.words : shown.source, line: line.number };
  }
  return null;
}

function showsTrouble(words: string, { role, title }: Passage, prose: Prose): boolean {
  const { kind, cues } = prose;
  if (isTroubled(cues, words)) return true;
  // A pull request shows what it made; only a picture of what was before it tells of the problem.
  if (kind === "pull_request") return role === "why" || says(cues, "earlier", title);
  // Where something is asked for and no trouble is told, a picture shows what to build.
  if (asksFor(prose.title.prose, cues) && !tellsTrouble(prose)) return false;
  return !says(cues, "design", words) && !says(cues, "request", words);
}

/** "Support dark mode", "Create a page": the title says what to build. */
function asksFor(title: string, cues: Prose["cues"]): boolean {
  return says(cues, "request", title) || says(cues, "ownChange", title);
}

interface Picture {
  readonly words: string;
  readonly source: string;
}

function picturesOf({ text, images, links }: Line): readonly Picture[] {
  const shown = images.map(({ start, end, source }: ImageSpan) => ({ words: text.slice(start, end), source }));
  // GitHub shows the player where the address of an uploaded video stands alone.
  const addresses = [...links.map(({ href }) => href), ...(text.match(/https?:\/\/[^\s)>\]]+/gu) ?? [])];
  return [...shown, ...addresses.filter((href) => upload.test(href)).map((source) => ({ words: "", source }))];
}

const upload =
  /^https:\/\/(?:github\.com\/(?:user-attachments\/assets|[\w.-]+\/[\w.-]+\/assets)\/|user-images\.githubusercontent\.com\/|(?:www\.)?loom\.com\/share\/|(?:i\.)?imgur\.com\/|(?:www\.)?gyazo\.com\/|youtu\.be\/|(?:www\.|m\.)?youtube\.com\/(?:watch|shorts)|(?:www\.)?vimeo\.com\/\d|streamable\.com\/\w|[^\s?#]+\.(?:png|jpe?g|gif|mp4|mov|webm)(?:$|[?#]))/iu;

const decoration =
  /shields\.io|badge|badgen|codecov\.io|travis-ci|circleci\.com|\.svg(?:$|\?)|logo|emoji|avatar|sonarcloud|vercel\.com\/button|gitpod|buymeacoffee/iu;

/** "image", "Image (2)", "Screenshot 2024-01-02 at 10.11.12" and names of files say nothing. */
function isOwnName(words: string): boolean {
  return words.split(/\s+/u).filter((word) => /^\p{L}{3,}[,.!?:;]?$/u.test(word)).length >= 3;
}

/** The words beside the pictures. */
function wordsOf({ prose }: Line): string {
  return prose.replace(/\uFFFC+|https?:\/\/\S+/gu, " ").trim();
}
