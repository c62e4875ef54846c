import { releaseUrl } from "../present/release.ts";
import type { Release } from "../state/model.ts";
import { commitSource } from "./commit-fields.ts";
import { actor, type Fields, type Registry } from "./field.ts";

const release: Fields<Release> = {
  id: (source) => source.nodeId,
  databaseId: (source) => source.id,
  tagName: (source) => source.tagName,
  name: (source) => source.name,
  description: (source) => source.body,
  isDraft: () => false,
  isPrerelease: (source) => source.isPrerelease,
  createdAt: (source) => source.publishedAt,
  publishedAt: (source) => source.publishedAt,
  author: (source) => actor(source.author),
  repository: (source) => source.repository,
  tagCommit: (source, _, context) => commitSource(context, source.repository, source.targetOid),
  url: (source, _, { world }) => releaseUrl(world.site, source),
};

export const releaseTypes: Registry = { Release: release };
