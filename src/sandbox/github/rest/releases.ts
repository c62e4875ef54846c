import { presentRelease } from "../present/release.ts";
import { notFound, ok, type Operation, type RepositoryRequest, type RestAnswer } from "./operation.ts";
import { paged } from "./pagination.ts";

const needs = [["contents", "read"]] as const;

export const releaseOperations: readonly Operation[] = [
  { id: "repos/list-releases", for: "repository", needs, run: list },
  { id: "repos/get-latest-release", for: "repository", needs, run: latest },
];

/** Newest first. */
function list(request: RepositoryRequest): RestAnswer {
  return paged(request, request.repository.releases.toReversed(), (each) => presentRelease(request.world.site, each));
}

function latest({ world, repository }: RepositoryRequest): RestAnswer {
  const found = repository.releases.findLast((each) => !each.isPrerelease);
  if (found === undefined) throw notFound();
  return ok(presentRelease(world.site, found));
}
