import type { StatementName } from "../statements.ts";

/** The usual titles of one language. */
export type TitleWords = Readonly<Record<StatementName, readonly string[]>>;
