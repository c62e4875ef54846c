import type { Context } from "hono";
import type { Account, Repository } from "../github/state/model.ts";
import { maintainerOf, speakersIn } from "./who-acts.ts";

export interface Form {
  /** Who acts: a maintainer where the form does not ask. */
  readonly by: Account;
  /** A field's text, "" when it is not there. */
  readonly field: (name: string) => string;
}

export async function readForm(c: Context, repository: Repository): Promise<Form> {
  const sent = await c.req.formData();
  const field = (name: string): string => {
    const value = sent.get(name);
    // Browsers send CRLF; saving a text that nobody changed must not look like an edit.
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
  };
  const login = field("as");
  const by = login === "" ? maintainerOf(repository) : speakersIn(repository).find((one) => one.login === login);
  if (by === undefined) throw new Error(`Nobody here is called ${login}`);
  return { by, field };
}
