import { presentRelease } from "../present/release.ts";
import type { Account, Release, Repository } from "../state/model.ts";
import { identify } from "../state/state.ts";
import { emit, timestamp, type World } from "../world.ts";

export type ReleaseInput = Pick<Release, "tagName" | "name" | "body" | "targetOid" | "isPrerelease"> & { by: Account };

/** GitHub tells of a release that is published at once three times over; a pre-release is not `released`. */
export function publishRelease(world: World, repository: Repository, input: ReleaseInput): Release {
  const { by, ...given } = input;
  const release: Release = {
    kind: "Release",
    ...identify(world.state, "RE"),
    ...given,
    repository,
    author: by,
    publishedAt: timestamp(world),
  };
  repository.releases.push(release);
  for (const action of ["created", "published", ...(release.isPrerelease ? [] : ["released"])]) {
    const payload = () => ({ release: presentRelease(world.site, release) });
    emit(world, { event: "release", action, repository, sender: by, payload });
  }
  return release;
}
