import type { DestinationStream, Logger } from "pino";
import { pino } from "pino";
import { scrubber } from "./scrub.ts";

export interface LogOptions {
  readonly level: string;
  /** What must never stand in a line, whatever it looks like. */
  readonly secrets: readonly string[];
  /** Standard output when not given. */
  readonly destination?: DestinationStream | undefined;
}

/** Lines of JSON without secrets. Every line passes the scrubber, whoever wrote it and whatever it was given. */
export function createLog({ level, secrets, destination = pino.destination(1) }: LogOptions): Logger {
  const scrub = scrubber(secrets);
  const write = (line: string) => {
    destination.write(scrub(line));
  };
  return pino({ level, serializers: { err: describeError }, redact }, { write });
}

const redact = {
  paths: ["authorization", "*.authorization", "*.*.authorization", "*.*.*.authorization"],
  remove: true,
};

/**
 * The logger that Probot and its Octokit get: their words and errors, and none of their data. Probot logs whole
 * payloads at "debug", and its Octokit the bodies of requests. What fails with an event it also throws, and whoever asked
 * tells it: here it would be told twice.
 */
export function logForProbot(log: Logger): Logger {
  const own = log.child({}, { formatters: { log: withoutData } });
  // Its children and theirs inherit this.
  own.onChild = (child) => {
    if (child.bindings()["name"] === "event") child.level = "silent";
  };
  return own;
}

const withoutData = (fields: object) => ("err" in fields ? { err: fields.err } : {});

const deepest = 4;

/**
 * Of an error only what tells what went wrong. Others hang requests with their headers, answers and whole events on it.
 */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  const described = { type: name, message, stack, ...("code" in error && { code: error.code }) };
  const status = "status" in error && { status: error.status };
  if (depth >= deepest) return { ...described, ...status };
  const causes = cause === undefined ? {} : { cause: describeError(cause, depth + 1) };
  const inner = error instanceof AggregateError && { errors: error.errors.map((one) => describeError(one, depth + 1)) };
  return { ...described, ...status, ...causes, ...inner };
}
