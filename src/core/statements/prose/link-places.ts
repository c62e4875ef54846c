/**
 * What stands at an address, as far as its host and path tell: code that runs, figures, what people wrote to each other,
 * a question in public, an issue, a line of code, a run of automation, a file that was put there.
 */
export type LinkPlace =
  | "playground"
  | "measurement"
  | "conversation"
  | "forum"
  | "issue"
  | "code"
  | "run"
  | "file"
  | "other";

export function kindOfPlace(href: string): LinkPlace {
  if (/^[\w./-]*#\d+$/u.test(href)) return "issue";
  const address = href.slice(0, 300).replace(/^https?:\/\/(?:www\.)?/iu, "");
  return places.find(({ pattern }) => pattern.test(address))?.place ?? "other";
}

const places: readonly { readonly place: LinkPlace; readonly pattern: RegExp }[] = [
  {
    place: "playground",
    pattern:
      /^(?:codesandbox\.io\/(?!s\/new\b|$)|[\w-]+\.csb\.app|stackblitz\.com\/(?:edit|~)|[\w-]+\.stackblitz\.io|codepen\.io\/[^/]+\/|jsfiddle\.net\/\w|jsbin\.com\/\w|plnkr\.co\/|replit\.com\/@|repl\.it\/@|glitch\.com\/(?:edit|~)|runkit\.com\/\w+\/|playcode\.io\/\d|typescriptlang\.org\/play\/?[?#]|play\.rust-lang\.org\/\?|(?:go\.dev|play\.golang\.org)\/(?:play\/)?p?\/?\w{6}|play\.vuejs\.org\/#|sfc\.vuejs\.org\/#|svelte\.dev\/(?:repl|playground)\/\w|babeljs\.io\/repl|astexplorer\.net\/#|godbolt\.org\/z\/|sqlfiddle\.com\/#|dbfiddle\.uk\/|db-fiddle\.com\/f|dartpad\.dev\/|pl\.kotl\.in\/|dotnetfiddle\.net\/\w|sharplab\.io\/#|regex101\.com\/r\/|colab\.research\.google\.com\/(?:drive|gist)|playground\.[\w.-]+\/|[\w.-]+\/(?:playground|repl|play)\/?[?#]|play\.[\w.-]+\/[?#])/iu,
  },
  {
    place: "measurement",
    pattern:
      /^(?:[\w-]+\.domo\.com\/page|[\w.-]*grafana[\w.-]*\/|app\.datadoghq\.(?:com|eu)|[\w-]+\.datadoghq\.com|(?:[\w-]+\.)?sentry\.io\/|[\w.]*posthog\.com\/(?:insights|project|dashboard|shared)|mixpanel\.com\/(?:project|report)|(?:app|analytics)\.amplitude\.com\/|lookerstudio\.google\.com|datastudio\.google\.com|[\w-]+\.looker\.com|analytics\.google\.com|[\w.-]*metabase[\w.-]*\/|public\.tableau\.com|[\w.-]*kibana[\w.-]*\/|app\.fullstory\.com|(?:[\w.]+\.)?hotjar\.com\/|clarity\.microsoft\.com|one\.newrelic\.com|ui\.honeycomb\.io|share\.firefox\.dev|profiler\.firefox\.com\/public|bugsnag\.com|app\.bugsnag\.com|rollbar\.com\/|console\.firebase\.google\.com)/iu,
  },
  {
    place: "conversation",
    pattern:
      /^(?:[\w-]+\.slack\.com\/(?:archives|messages)\/|app\.slack\.com\/|discord(?:app)?\.com\/channels\/|teams\.microsoft\.com\/l\/message|[\w.-]*zulip(?:chat)?[\w.-]*\/#narrow|matrix\.to\/#|gitter\.im\/\S+\?at=|chat\.google\.com\/|[\w.-]*mattermost[\w.-]*\/\S+\/pl\/|t\.me\/\w+\/\d|[\w.-]+\.zendesk\.com\/|[\w.-]*intercom\.(?:com|io)\/|secure\.helpscout\.net|[\w-]+\.freshdesk\.com|app\.frontapp\.com|[\w.-]*front\.com\/open|app\.hubspot\.com|[\w-]+\.canny\.io\/|[\w-]+\.uservoice\.com\/|[\w-]+\.productboard\.com\/|[\w-]+\.dovetail(?:app)?\.com)/iu,
  },
  {
    place: "forum",
    pattern:
      /^(?:(?:[\w-]+\.)?stackoverflow\.com\/(?:q|questions|a)\/\d|[\w-]+\.stackexchange\.com\/(?:q|questions)|(?:old\.)?reddit\.com\/r\/\w+\/comments|news\.ycombinator\.com\/item|(?:twitter|x)\.com\/\w+\/status|(?:discuss|discourse|forums?|community|support|answers|users|lists?|groups|talk|feedback|tickets?)\.[\w.-]+\/\S|groups\.google\.com\/|[\w.-]+\/(?:forums?|community|discussions?|mailman|pipermail|t)\/\S|bsky\.app\/profile\/\S+\/post|mastodon\.\w+\/@|apps\.apple\.com\/|play\.google\.com\/store|wordpress\.org\/support\/topic)/iu,
  },
  {
    place: "issue",
    pattern:
      /^(?:github\.com\/[\w.-]+\/[\w.-]+\/(?:issues|pull|discussions)\/\d|gitlab\.[\w.]+\/\S+\/issues\/\d|bitbucket\.org\/\S+\/issues?\/\d|bugs\.launchpad\.net\/|sourceforge\.net\/p\/\S+\/\d|(?:bugzilla|bugs|issues|jira|tracker)\.[\w.-]+\/\S)/iu,
  },
  { place: "run", pattern: /^github\.com\/[\w.-]+\/[\w.-]+\/actions\/runs\/\d/iu },
  { place: "file", pattern: /^github\.com\/(?:user-attachments|[\w.-]+\/[\w.-]+)\/files\/\d/iu },
  { place: "code", pattern: /^github\.com\/[\w.-]+\/[\w.-]+\/blob\/[^\s#]+#L\d/iu },
];
