import type { JsonObject } from "../json.ts";
import type { Installation } from "../state/installation.ts";
import type { App } from "../state/model.ts";
import { presentAccount } from "./account.ts";
import type { Site } from "./site.ts";

const foundedAt = "2024-01-01T00:00:00Z";

/** `integration`, as in `performed_via_github_app` and in check runs. */
export function presentApp(site: Site, app: App): JsonObject {
  return {
    id: app.id,
    slug: app.slug,
    node_id: app.nodeId,
    client_id: `Iv23li${String(app.id).padStart(14, "0")}`,
    owner: presentAccount(site, app.owner),
    name: app.name,
    description: "",
    external_url: `https://example.com/${app.slug}`,
    html_url: `${site.html}/apps/${app.slug}`,
    created_at: foundedAt,
    updated_at: foundedAt,
    permissions: { ...app.permissions },
    events: [...app.events],
  };
}

export function presentInstallation(site: Site, app: App, installation: Installation): JsonObject {
  const url = `${site.api}/app/installations/${installation.id}`;
  return {
    id: installation.id,
    account: presentAccount(site, installation.account),
    repository_selection: installation.repositorySelection,
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${site.api}/installation/repositories`,
    html_url: `${site.html}/organizations/${installation.account.login}/settings/installations/${installation.id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: installation.account.id,
    target_type: installation.account.kind,
    permissions: { ...installation.permissions },
    events: [...installation.events],
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.suspendedBy === null ? null : presentAccount(site, installation.suspendedBy),
    suspended_at: installation.suspendedAt,
  };
}
