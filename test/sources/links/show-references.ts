import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { type FindContext, findReferences } from "../../../src/sources/links/find-references.ts";

export const context: FindContext = {
  repository: { owner: "tidy", name: "shelf" },
  webUrl: "https://github.com",
  keywords: [],
};

/** Each reference as GitHub would show it from elsewhere, with "!" where it closes and "~" where it only links. */
export function show(text: string, around = context): readonly string[] {
  return findReferences(parseBody(text), around).map(({ reference: { owner, name, number }, closing, linking }) => {
    const sign = closing ? "!" : linking ? "~" : "";
    return `${sign}${owner === "tidy" && name === "shelf" ? "" : `${owner}/${name}`}#${number}`;
  });
}
