import type { JsonObject } from "../json.ts";
import type { Account } from "../state/model.ts";
import type { Site } from "./site.ts";

const ghost = { id: 10137, nodeId: "MDQ6VXNlcjEwMTM3", login: "ghost" } as const;

/** `simple-user`. REST shows a deleted user as the ghost, and gives a bot's login with "[bot]". */
export function presentAccount(site: Site, account: Account): JsonObject {
  const { id, nodeId } = account.deleted ? ghost : account;
  const login = restLogin(account);
  const url = `${site.api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId,
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: "",
    url,
    html_url: account.kind === "Bot" ? `${site.html}/apps/${account.login}` : `${site.html}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.kind,
    site_admin: false,
  };
}

export function restLogin(account: Account): string {
  if (account.deleted) return ghost.login;
  return account.kind === "Bot" ? `${account.login}[bot]` : account.login;
}

export function presentOrganization(site: Site, account: Account): JsonObject {
  const url = `${site.api}/orgs/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: account.nodeId,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
    description: "",
  };
}
