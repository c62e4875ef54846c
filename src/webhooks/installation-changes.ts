import type { z } from "zod";
import type { Job } from "../queue/job.ts";
import { namedPlace } from "./named-place.ts";
import type { installationPayload, installationRepositoriesPayload } from "./payloads.ts";

/** Installed, suspended, granted more: all of it is looked at, or nothing of it is. */
export function jobsForInstallation({ action, installation }: z.output<typeof installationPayload>): readonly Job[] {
  switch (action) {
    case "deleted":
      return [{ kind: "forget-installation", installation: installation.id }];
    case "suspend":
      return [{ kind: "park-installation", installation: installation.id }];
    default:
      return [{ kind: "unpark-installation", installation: installation.id }];
  }
}

/** A repository that was taken out is no longer ours to write to, and what links into it can no longer read it. */
export function jobsForSelection(payload: z.output<typeof installationRepositoriesPayload>): readonly Job[] {
  const installation = payload.installation.id;
  if (payload.action === "removed") {
    return (payload.repositories_removed ?? []).flatMap((one) => jobsForRemoved(installation, one));
  }
  return (payload.repositories_added ?? []).map((one) => {
    return { kind: "recheck-repository", installation, repository: namedPlace(one) };
  });
}

function jobsForRemoved(
  installation: number,
  { id, full_name: knownAs }: { readonly id?: number | undefined; readonly full_name?: string | undefined },
): readonly Job[] {
  if (id === undefined || knownAs === undefined || !/^[^/]+\/[^/]+$/.test(knownAs)) return [];
  const repository = namedPlace({ id, full_name: knownAs });
  return [
    { kind: "forget-repository", installation, repository },
    { kind: "recheck-dependents", installation, repository, knownAs },
  ];
}
