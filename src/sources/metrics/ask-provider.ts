import type { AskedOf, FoundNumber } from "./provider.ts";

/** What asks a provider: the network with its guard, handed in. */
export type MetricFetch = (asking: MetricAsking) => Promise<MetricFetched>;

interface MetricAsking {
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Whether it may be of the operator's own network. */
  readonly allowed: "public" | "own-too";
}

type MetricFetched =
  | { readonly kind: "answered"; readonly text: string }
  | { readonly kind: "failed"; readonly why: string; readonly code: string | null };

interface Means {
  readonly fetch: MetricFetch;
  readonly credentials: ReadonlyMap<string, string>;
}

type AnsweredNumber =
  | (FoundNumber & { readonly kind: "number" })
  | { readonly kind: "none"; readonly why: string; readonly code: string | null };

/** One number of one provider, or words that follow the provider's name. */
export async function askProvider(asked: AskedOf, at: Date, means: Means): Promise<AnsweredNumber> {
  const { headers, ...question } = asked.question(at);
  const signed = { ...headers, ...signIn(asked, means.credentials) };
  const fetched = await means.fetch({ ...question, headers: signed, allowed: asked.allowed });
  if (fetched.kind === "failed") return { kind: "none", why: fetched.why, code: fetched.code };
  const json = parseJson(fetched.text);
  if (json === undefined) return { kind: "none", why: "answered with no JSON", code: null };
  const found = asked.numberIn(json);
  return found.kind === "number" ? found : { ...found, code: null };
}

/** Sent with this one request, to the operator's own address, which is never followed elsewhere. */
function signIn({ credential }: AskedOf, credentials: ReadonlyMap<string, string>): Record<string, string> {
  if (credential === null) return {};
  const secret = credentials.get(credential.env) ?? "";
  return credential.header === null ? { authorization: `Bearer ${secret}` } : { [credential.header]: secret };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page in HTML, or half an answer: no value of JSON is `undefined`.
    return undefined;
  }
}
