import type { Config } from "../config/schema.ts";
import { findTheme } from "../core/facts/theme.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { HomeReading } from "../sources/follow-up/home-reading.ts";
import { homeOfProblem, homeOfPullRequest } from "../sources/follow-up/home-reading.ts";
import { visibleLine } from "../sources/links/visible-line.ts";
import type { ConfigurationReading, GitHubReader, ProblemReading } from "../sources/ports.ts";
import { referenceOf } from "./thread.ts";

export interface FoundHome {
  readonly home: HomeReading;
  readonly configuration: ConfigurationReading;
  /** The name of the theme that it is under; null where there is none. */
  readonly themeBy: (settings: Pick<Config, "themes" | "problems">) => string | null;
}

/** With all comments: our question is among them, and a twin of it that we never heard of. One GraphQL query for a hundred. */
export async function readHome(
  job: JobOfKind["settle-follow-up"],
  reader: Pick<GitHubReader, "readProblem" | "readPullRequest">,
): Promise<FoundHome | null> {
  const cold = { kind: "cold" } as const;
  if (job.on === "problem") {
    const reading = await reader.readProblem(referenceOf(job), cold);
    if (reading === null) return null;
    const { configuration } = reading;
    return { home: homeOfProblem(reading), configuration, themeBy: (settings) => themeOf(reading, settings) };
  }
  const reading = await reader.readPullRequest(referenceOf(job), cold);
  if (reading === null) return null;
  return { home: homeOfPullRequest(reading), configuration: reading.configuration, themeBy: () => null };
}

function themeOf(
  { issue, parents, repository }: ProblemReading,
  { themes, problems: policy }: Pick<Config, "themes" | "problems">,
): string | null {
  const line = [issue, ...visibleLine(parents, repository)];
  return findTheme(line, themes, { repository, policy })?.theme.name ?? null;
}
