import type { Context, Hono } from "hono";
import type { Repository } from "../github/state/model.ts";
import type { Place } from "./acts.ts";
import { onIssues, onPullRequests } from "./acts.ts";
import { onComments } from "./comment-acts.ts";
import { findItemAt, findRepositoryAt } from "./find-shown.ts";
import type { Form } from "./read-form.ts";
import { readForm } from "./read-form.ts";
import { onRepositories } from "./repository-acts.ts";
import type { PageOptions } from "./page-options.ts";
import type { Item } from "./view.ts";
import { anchorOf, pathOf } from "./view.ts";

/** Each act happens in the simulation; then the page waits for what the app makes of it, and shows that. */
export function answerActs(app: Hono, options: PageOptions): void {
  answerOnIssues(app, options);
  answerOnPullRequests(app, options);
  answerOnComments(app, options);
  for (const [path, act] of Object.entries(onRepositories)) {
    app.post(`/:owner/:name/${path}`, async (c) => {
      const { owner, name } = c.req.param();
      const repository = findRepositoryAt(options.github, { owner, name });
      if (repository === undefined) return c.notFound();
      return answer(c, options, { repository, act: (form) => act({ ...form, github: options.github, repository }) });
    });
  }
}

function answerOnIssues(app: Hono, options: PageOptions): void {
  const { github } = options;
  for (const [name, perform] of Object.entries(onIssues)) {
    app.post(`/:owner/:name/issues/:number{[0-9]+}/${name}`, async (c) => {
      const item = findItemAt(github, { ...c.req.param(), section: "issues" });
      if (item?.kind !== "Issue") return c.notFound();
      const act = (form: Form) => {
        return at(item, perform({ ...form, github, item }));
      };
      return answer(c, options, { repository: item.repository, act });
    });
  }
}

function answerOnPullRequests(app: Hono, options: PageOptions): void {
  const { github } = options;
  for (const [name, perform] of Object.entries(onPullRequests)) {
    app.post(`/:owner/:name/pull/:number{[0-9]+}/${name}`, async (c) => {
      const item = findItemAt(github, { ...c.req.param(), section: "pull" });
      if (item?.kind !== "PullRequest") return c.notFound();
      const act = (form: Form) => {
        return at(item, perform({ ...form, github, item }));
      };
      return answer(c, options, { repository: item.repository, act });
    });
  }
}

function answerOnComments(app: Hono, options: PageOptions): void {
  const { github } = options;
  for (const [name, perform] of Object.entries(onComments)) {
    app.post(`/:owner/:name/:section/:number{[0-9]+}/comment/:id{[0-9]+}/${name}`, async (c) => {
      const item = findItemAt(github, c.req.param());
      const comment = item?.comments.find(({ id }) => id === Number(c.req.param("id")));
      if (item === undefined || comment === undefined) return c.notFound();
      const act = (form: Form) => {
        perform({ ...form, github, comment });
        return at(item, anchorOf(comment));
      };
      return answer(c, options, { repository: item.repository, act });
    });
  }
}

function at(item: Item, place: Place): string {
  if (typeof place === "string") return `${pathOf(item)}#${place}`;
  return pathOf(place ?? item);
}

interface Acting {
  readonly repository: Repository;
  /** Returns where to look afterwards. */
  readonly act: (form: Form) => string;
}

async function answer(c: Context, options: PageOptions, { repository, act }: Acting): Promise<Response> {
  try {
    const path = act(await readForm(c, repository));
    return await showAfter(c, options, path);
  } catch (error) {
    // The simulation throws where GitHub would refuse: a label that is gone, a branch that is not there.
    return c.text(`That could not be done: ${error instanceof Error ? error.message : String(error)}`, 422);
  }
}

/** Where to look may depend on what the app did meanwhile. */
export async function showAfter(
  c: Context,
  { settle }: Pick<PageOptions, "settle">,
  path: string | (() => string),
): Promise<Response> {
  const settled = await settle();
  const [place = "", anchor] = (typeof path === "string" ? path : path()).split("#");
  const query = settled === "quiet" ? "" : "?app=busy";
  return c.redirect(`${place}${query}${anchor === undefined ? "" : `#${anchor}`}`, 303);
}
