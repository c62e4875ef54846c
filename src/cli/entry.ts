import { z } from "zod";

const name = z.string(must("be text")).min(1, must("not be empty"));

/** One text to read, as it is given on a line. GitHub gives null for an empty body. */
const entrySchema = z.object(
  {
    kind: z.enum(["pull_request", "issue"], must('be "pull_request" or "issue"')),
    owner: name,
    repo: name,
    number: z.int(must("be a whole number")).nullish(),
    title: z.string(must("be text or null")).nullish(),
    body: z.string(must("be text or null")).nullish(),
    templates: z.array(z.string(must("be text")), must("be a list of texts")).nullish(),
  },
  must("be an object"),
);

function must(rule: string) {
  return { error: ({ input }: { readonly input?: unknown }) => (input === undefined ? "is missing" : `must ${rule}`) };
}

export type Entry = z.output<typeof entrySchema>;

/** Reads one line; a text says what is wrong with it. Fields that are not known are left alone. */
export function parseEntry(line: string): Entry | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // A person's error, told on the line's place. The parser's own words quote the input, which may be long.
    return "this is not JSON";
  }
  const parsed = entrySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    [...(path.length > 0 ? [path.join(".")] : []), message].join(": "),
  );
  return problems.slice(0, 5).join("; ");
}
