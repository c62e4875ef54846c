import type { RepositoryName } from "../core/facts/reference.ts";
import type { ConfigurationReading } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import type { OwnApp } from "./own-app.ts";
import type { SchemaFeatures } from "./schema-features.ts";

/** What every reading needs. */
export interface ReaderContext {
  readonly client: GitHubClient;
  readonly app: OwnApp;
  /** Whether a comment's text starts with a marker of ours. Only asked of our own comments. */
  readonly isOurs: (body: string) => boolean;
  /** Whether a person's comment may hold a command; where it is not given, none does. */
  readonly isCommand?: ((body: string) => boolean) | undefined;
  /** Whether a comment of ours is a question about merged work or a reminder of one; where it is not given, none is. */
  readonly followUpKind?: ((body: string) => "question" | "reminder" | "quote" | null) | undefined;
  readonly features: SchemaFeatures;
  /** Heads of which it is known that they bring no configuration; kept by the reader alone where it is not given. */
  readonly untouchedHeads?: Set<string>;
  /** Which further configurations a reading builds on; where it is not given, none. */
  readonly findBases?: ((reading: ConfigurationReading) => readonly RepositoryName[]) | undefined;
}
