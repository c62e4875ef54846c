import { presentAccount } from "../present/account.ts";
import type { Account, App, Label } from "../state/model.ts";
import type { Fields, Registry } from "./field.ts";

const account: Fields<Account> = {
  id: (source) => source.nodeId,
  login: (source) => source.login,
  databaseId: (source) => source.id,
  url: (source, _, { world }) => presentAccount(world.site, source)["html_url"],
  avatarUrl: (source, _, { world }) => presentAccount(world.site, source)["avatar_url"],
};

const app: Fields<App> = {
  id: (source) => source.nodeId,
  databaseId: (source) => source.id,
  name: (source) => source.name,
  slug: (source) => source.slug,
  url: (source, _, { world }) => `${world.site.html}/apps/${source.slug}`,
};

const label: Fields<Label> = {
  id: (source) => source.nodeId,
  name: (source) => source.name,
  color: (source) => source.color,
  description: (source) => source.description,
};

export const accountTypes: Registry = { User: account, Organization: account, Bot: account, App: app, Label: label };
