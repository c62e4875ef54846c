import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import { repositoriesOf } from "../shown-items.ts";
import { answerActs } from "./answer-acts.ts";
import type { PageOptions } from "./page-options.ts";
import { showPages } from "./show-pages.ts";
import { skipTime } from "./skip-time.ts";
import { pathOfRepository } from "./view.ts";

/** In their order: the later wins. */
const styleSheets = ["base", "frame", "conversation", "markdown", "forms", "small-screens"];

/** The page to play with: it draws what the simulated GitHub holds, and acts in it as people do. */
export function sandboxPage(options: PageOptions): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        // Labels and avatars bring their colours with them.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["data:"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      // Without it browsers hide where a form was sent from, and the check below would refuse our own.
      referrerPolicy: "same-origin",
      // Spoken to over plain HTTP on this machine.
      strictTransportSecurity: false,
    }),
  );
  // Another site open in the same browser must not act here.
  app.use(csrf());
  const style = styleSheets
    .map((name) => readFileSync(new URL(`style/${name}.css`, import.meta.url), "utf8"))
    .join("\n");
  app.get("/style.css", (c) => c.body(style, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/healthz", (c) => c.text("ok"));
  app.get("/", (c) => {
    const [first] = repositoriesOf(options.github);
    return first === undefined ? c.notFound() : c.redirect(`${pathOfRepository(first)}/pulls`);
  });
  showPages(app, options);
  skipTime(app, options);
  answerActs(app, options);
  return app;
}
