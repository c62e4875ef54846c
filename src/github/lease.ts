import { GitHubError } from "./errors.ts";

/** How long requests may be sent for a job. */
export interface Lease {
  /** Aborted when the job must end: what is under way is broken off. */
  readonly signal: AbortSignal;
  /** False once somebody else may have taken the job over, which a process that was frozen notices before its signals. */
  readonly held: () => boolean;
}

/** For what no job asks for. */
export const endless: Lease = { signal: new AbortController().signal, held: () => true };

export function assertHeld({ signal, held }: Lease): void {
  if (signal.aborted || !held()) throw letGo();
}

/** What others wait for too is not broken off, but this job waits no longer. */
export async function whileHeld<Value>({ signal }: Lease, promise: Promise<Value>): Promise<Value> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const end = () => reject(letGo());
  signal.addEventListener("abort", end, { once: true });
  try {
    return await Promise.race([promise, ended]);
  } finally {
    signal.removeEventListener("abort", end);
  }
}

export function letGo(): GitHubError {
  return new GitHubError("The job ended or was taken over", { kind: "let-go" });
}
