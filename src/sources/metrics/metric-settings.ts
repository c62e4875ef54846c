import { z } from "zod";
import type { RepositoryName } from "../../core/facts/reference.ts";
import { parseRepositoryName } from "../../core/facts/repository-name.ts";

/** In characters. Names and units stand in sentences. */
const longest = { name: 100, unit: 30, window: 60 } as const;

/** Whitespace and control characters would break the sentences that these words stand in. */
const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, { error: "must be one line" });

const repositoryName = z.string().transform((text, context): RepositoryName => {
  const name = parseRepositoryName(text);
  if (name !== null) return name;
  context.addIssue({ code: "custom", message: "must be the name of a repository (OWNER/REPO)" });
  return z.NEVER;
});

/** What the operator tells of every metric, whoever provides it. */
export const commonSettings = {
  name: oneLine(longest.name).meta({ description: "How a hypothesis names it. Letters count the same in both cases." }),
  repositories: z.array(repositoryName).min(1).max(500).meta({ description: "Those that may name it." }),
  installation: z.int().positive().optional().meta({ description: "Only through this installation of the app." }),
  unit: oneLine(longest.unit).optional().meta({ description: "Shown behind the number." }),
  window: oneLine(longest.window).optional().meta({ description: "Of which span the number is; shown beside it." }),
  public: z.boolean().default(false).meta({
    description: "Whether its readings may stand in a public repository, for everybody.",
  }),
} as const;

/** Their addresses could carry credentials, which would stand in every log of theirs. */
const address = z.string().transform((text, context): URL => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "") return url;
  context.addIssue({ code: "custom", message: "must be a URL that starts with https:// and holds no password" });
  return z.NEVER;
});

const credential = z.strictObject({
  env: z.string().regex(/^[A-Za-z_]\w{0,99}$/, { error: "must be the name of an environment variable" }),
  header: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, { error: "must be the name of a header" })
    .optional(),
});

/** What the operator tells besides, where somebody is asked for the number. */
export const askedSettings = {
  url: address.meta({ description: "Where it is asked." }),
  credential: credential.optional().meta({
    description:
      "The environment variable that holds what to sign in with: sent as `Authorization: Bearer ...`, or as it is in the header that `header` names.",
  }),
  allow_private_addresses: z.boolean().default(false).meta({
    description: "Whether the address may be one of your own network, and the URL begin with http:// then.",
  }),
} as const;

/** In characters. */
export const query = z.string().trim().min(1).max(4000);

const commonSchema = z.object(commonSettings);
export type CommonSettings = z.output<typeof commonSchema>;

const askedSchema = z.object(askedSettings);
export type AskedSettings = CommonSettings & z.output<typeof askedSchema>;
