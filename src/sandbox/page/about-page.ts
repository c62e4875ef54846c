import { html } from "hono/html";
import { repositoriesOf } from "../shown-items.ts";
import { layout } from "./layout.ts";
import type { Html, View } from "./view.ts";

export function aboutPage(view: View): Html {
  const content = html`<div class="prose">
    <h1>What this is</h1>
    <p>
      The app runs here exactly as it would for GitHub: it takes signed deliveries over HTTP, reads through REST and
      GraphQL, and writes checks, comments and labels. Only GitHub itself is simulated, in the memory of this process.
      Everybody and everything in it is invented. When the process ends, it is gone.
    </p>
    <p>
      Edit a pull request, merge one, open your own, or change the configuration, and see what the app makes of it. The
      comment comes after a grace of two minutes: <em>3 minutes later</em> in the bar above lets them pass.
    </p>
    <p>
      Commands are given in comments, as anybody of those who are here: below each pull request and issue stand some to
      try. The app answers with a reaction, and in words where it has to say something. Delete the comment, and what it
      said is taken back; edit it, and it counts no more.
    </p>
    <p>
      What was merged is asked about weeks later, at one slot in the week: <em>To the next question</em> lets the time
      pass until something becomes due, and shows what the app wrote then. Answer it with one of the lines below the
      thread, and see the labels change; leave it, and you are reminded once; or take the work back with
      <em>Revert</em>. All of it stands on the board, the pinned issue, a minute later.
    </p>
    <h1>How to connect the real one</h1>
    <ol>
      <li>Register a GitHub App with the permissions and events that <code>app.yml</code> lists.</li>
      <li>
        Set <code>APP_ID</code>, <code>PRIVATE_KEY</code> and <code>WEBHOOK_SECRET</code>, and point the app's webhook
        at <code>/api/github/webhooks</code> of the place where it will run.
      </li>
      <li><code>npm start</code></li>
      <li>Install it for a repository, and add <code>.github/outcome.yml</code> with <code>{}</code> to it.</li>
    </ol>
    <p>The README tells each step.</p>
  </div>`;
  const repository = repositoriesOf(view.github)[0] ?? null;
  return layout(view, { title: "What this is", repository, tab: null, content });
}
