import type { z } from "zod";
import type { RepositoryName } from "../../core/facts/reference.ts";
import type { AskedSettings, CommonSettings } from "./metric-settings.ts";

/** One request to a provider. Where it goes is the operator's word alone. */
export interface Question {
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type FoundNumber =
  | { readonly kind: "number"; readonly value: number }
  /** Words that follow the provider's name: "found no data". Nothing of what was answered. */
  | { readonly kind: "none"; readonly why: string };

/** A metric as the operator defined it. */
export interface DefinedMetric {
  readonly name: string;
  readonly repositories: readonly RepositoryName[];
  readonly installation: number | null;
  readonly unit: string | null;
  readonly window: string | null;
  readonly public: boolean;
  /** Null where people write its numbers. */
  readonly asked: AskedOf | null;
}

/** Whom to ask for a metric's number, and how. */
export interface AskedOf {
  /** "Prometheus". */
  readonly title: string;
  /** Whether it tells what the number was at a time; otherwise only what it is now. */
  readonly looksBack: boolean;
  readonly question: (at: Date) => Question;
  readonly numberIn: (json: unknown) => FoundNumber;
  readonly allowed: "public" | "own-too";
  readonly credential: { readonly env: string; readonly header: string | null } | null;
}

interface Provider<Name extends string, Schema extends z.ZodType<AskedSettings>> {
  readonly name: Name;
  /** As it stands in sentences. */
  readonly title: string;
  /** Of one of its metrics in the operator's file. */
  readonly settings: Schema;
  readonly looksBack: boolean;
  readonly ask: (settings: z.output<Schema>, at: Date) => Question;
  readonly numberIn: (json: unknown, settings: z.output<Schema>) => FoundNumber;
}

/** A service that is asked for numbers. */
export function defineProvider<Name extends string, Schema extends z.ZodType<AskedSettings>>(
  provider: Provider<Name, Schema>,
) {
  const { name, title, looksBack, settings, ask, numberIn } = provider;
  const schema = settings.superRefine(refusePlain).transform((set): DefinedMetric => {
    const { credential, allow_private_addresses: own } = set;
    return {
      ...commonOf(set),
      asked: {
        title,
        looksBack,
        question: (at) => ask(set, at),
        numberIn: (json) => numberIn(json, set),
        allowed: own ? "own-too" : "public",
        credential: credential === undefined ? null : { env: credential.env, header: credential.header ?? null },
      },
    };
  });
  return { name, title, schema };
}

/** Over plain http whoever is on the way reads along, so it is for a network of one's own. */
function refusePlain({ url, allow_private_addresses: own }: AskedSettings, context: z.core.$RefinementCtx): void {
  if (own || url.protocol === "https:") return;
  const message = "must start with https://, or be of your own network, with `allow_private_addresses: true`";
  context.addIssue({ code: "custom", path: ["url"], message });
}

/** What every metric has, whoever provides it. */
export function commonOf(set: CommonSettings): Omit<DefinedMetric, "asked"> {
  const { name, repositories, installation = null, unit = null, window = null } = set;
  return { name, repositories, installation, unit, window, public: set.public };
}
