import type { HomeRef } from "../queue/known-follow-ups.ts";
import type { JobOfKind } from "../queue/job.ts";

type Settle = JobOfKind["settle-follow-up"];

export function settleOf({ installation, repository, number, on }: HomeRef): Settle {
  return { kind: "settle-follow-up", installation, repository, number, on };
}
