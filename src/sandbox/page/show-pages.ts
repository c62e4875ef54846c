import type { Context, Hono } from "hono";
import type { Repository } from "../github/state/model.ts";
import { aboutPage } from "./about-page.ts";
import { configurationPage } from "./configuration-page.ts";
import { findItemAt, findRepositoryAt } from "./find-shown.ts";
import { itemPage } from "./item-page.ts";
import { issuesPage, pullRequestsPage } from "./list-page.ts";
import { newIssuePage, newPullRequestPage } from "./new-item-page.ts";
import type { PageOptions } from "./page-options.ts";
import type { Html, View } from "./view.ts";
import { pathOfRepository } from "./view.ts";

const repositoryPages: Readonly<Record<string, (view: View, repository: Repository) => Html>> = {
  pulls: pullRequestsPage,
  issues: issuesPage,
  configuration: configurationPage,
  "pulls/new": newPullRequestPage,
  "issues/new": newIssuePage,
};

export function showPages(app: Hono, options: PageOptions): void {
  const { github } = options;
  app.get("/about", (c) => c.html(aboutPage(viewOf(c, options))));
  app.get("/:owner/:name", (c) => {
    const repository = findRepositoryAt(github, c.req.param());
    return repository === undefined ? c.notFound() : c.redirect(`${pathOfRepository(repository)}/pulls`);
  });
  for (const [path, page] of Object.entries(repositoryPages)) {
    app.get(`/:owner/:name/${path}`, (c) => {
      const repository = findRepositoryAt(github, { owner: c.req.param("owner"), name: c.req.param("name") });
      return repository === undefined ? c.notFound() : c.html(page(viewOf(c, options), repository));
    });
  }
  app.get("/:owner/:name/:section/:number{[0-9]+}", (c) => {
    const item = findItemAt(github, c.req.param());
    return item === undefined ? c.notFound() : c.html(itemPage(viewOf(c, options), item));
  });
}

const notices: Readonly<Record<string, string>> = {
  "nothing-due": "Nothing that was merged is looked at later. Merge a pull request first.",
  busy: "The app is still at work. Load this page again in a moment.",
};

function viewOf(c: Context, { github, clock }: PageOptions): View {
  const notice = notices[c.req.query("app") ?? ""] ?? null;
  return { github, now: new Date(clock.now()), notice, draft: c.req.query("comment") ?? "" };
}
