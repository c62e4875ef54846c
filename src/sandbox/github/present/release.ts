import type { JsonObject } from "../json.ts";
import type { Release } from "../state/model.ts";
import { fullName } from "../state/state.ts";
import { presentAccount } from "./account.ts";
import { repositoryUrl } from "./repository.ts";
import type { Site } from "./site.ts";

export function presentRelease(site: Site, release: Release): JsonObject {
  const repository = repositoryUrl(site, release.repository);
  const url = `${repository}/releases/${release.id}`;
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    html_url: releaseUrl(site, release),
    id: release.id,
    node_id: release.nodeId,
    tag_name: release.tagName,
    target_commitish: release.targetOid,
    name: release.name,
    body: release.body,
    draft: false,
    prerelease: release.isPrerelease,
    immutable: false,
    created_at: release.publishedAt,
    published_at: release.publishedAt,
    updated_at: release.publishedAt,
    author: presentAccount(site, release.author),
    assets: [],
    tarball_url: `${repository}/tarball/${release.tagName}`,
    zipball_url: `${repository}/zipball/${release.tagName}`,
  };
}

export function releaseUrl(site: Site, release: Release): string {
  return `${site.html}/${fullName(release.repository)}/releases/tag/${release.tagName}`;
}
