import { z } from "zod";
import { repositoryNamePattern } from "../core/facts/repository-name.ts";
import { commandSettingsSchema } from "../core/commands/command-settings.ts";
import { commands } from "../core/commands/index.ts";
import { problemPolicySchema } from "../core/facts/problem-policy.ts";
import { themesSchema } from "../core/facts/theme.ts";
import { followUpSettingsSchema } from "../core/follow-up/follow-up-settings.ts";
import { labelsSchema } from "../core/follow-up/labels.ts";
import { boardSettingsSchema } from "../core/report/board/board-settings.ts";
import { commentSettingsSchema } from "../core/report/comment-settings.ts";
import { rules } from "../core/rules/index.ts";
import { vocabularySchema } from "../core/statements/vocabulary.ts";
import { exemptions } from "../core/verdict/exemptions/index.ts";
import { optOutSettingsSchema } from "../core/verdict/opt-out-settings.ts";
import { requireFromSchema } from "../core/verdict/require-from.ts";
import { linkSources } from "../sources/links/index.ts";
import { linkSettingsSchema } from "../sources/links/link-settings.ts";
import { knownTrackers } from "../sources/trackers/index.ts";
import { trackersSchema } from "../sources/trackers/tracker-settings.ts";
import { exemptionSettingsSchema } from "./exemption-settings.ts";
import { ruleSettingsSchema } from "./rule-settings.ts";

/**
 * The whole of `.github/outcome.yml`. Each part is written where it is used and only put together here. Meta data:
 * `description` and `samples` (as written) become the reference; `shorthand` names the key that a bare value stands for.
 */
export const configSchema = z.strictObject({
  enabled: z
    .boolean()
    .default(true)
    .meta({
      description:
        "Whether this repository takes part. A file in the organisation's `.github` repository opts in every repository " +
        "where the app is installed; `enabled: false` opts one out.",
      samples: [false],
    }),
  extends: z
    .string()
    .regex(repositoryNamePattern, {
      error: "must be the name of one repository such as `acme/policy`: `OWNER/REPO`, without path, branch or URL",
    })
    .optional()
    .meta({
      description:
        "Another repository whose `.github/outcome.yml` (or `.yaml`, on its default branch) this file builds on: what is " +
        "set here wins. It must have the same owner, or be on the server's list (`ALLOWED_BASES`). It may itself build on " +
        "another, at most three one after the other. An organisation's file and its bases come below all of these. While a base cannot " +
        "be read, nothing that stands only in it holds: put `mode: require` into your own file.",
      samples: ["acme/policy"],
    }),
  mode: z
    .enum(["advise", "require"])
    .default("advise")
    .meta({
      description:
        "`advise`: nothing is ever blocked. `require`: every rule at level `advise` is raised to `require`, so that the " +
        "check fails where something is missing.",
      samples: ["require"],
    }),
  require_from: requireFromSchema.optional().meta({
    description:
      "The first day on which `mode: require` holds, in the time zone of `follow_up`: pull requests that were opened " +
      "before are only advised. Rules that are at level `require` themselves are required of older ones too.",
    samples: ["2026-03-01"],
  }),
  rules: ruleSettingsSchema(rules)
    .prefault({})
    .meta({
      description: "What is asked, and how much it matters.",
      samples: [
        { "links-problem": "require", "states-hypothesis": { level: "advise", bug_labels: ["bug", "regression"] } },
      ],
    }),
  problems: problemPolicySchema.prefault({}).meta({
    description: "What counts as a problem.",
    samples: [{ labels: ["problem"], types: ["Problem"], state: "open" }],
  }),
  themes: themesSchema.meta({
    description:
      "Directions that the people who own the strategy have set. The rule `fits-theme` asks for one of them. A bare name " +
      "is short for a theme with only that.",
    samples: [
      ["Onboarding", { name: "Speed", label: "area: speed", issue: "#4", description: "Nobody waits for a page." }],
    ],
  }),
  statements: vocabularySchema.prefault({}).meta({
    description: "By which words problem, evidence, hypothesis and the other statements are found in a text.",
    samples: [{ headings: { problem: ["Pain point"], opt_out: ["No follow-up"] } }],
  }),
  links: linkSettingsSchema.prefault({}).meta({
    description: `How a change points to its problem, besides the usual ways. Those are, the strongest first: ${linkSources.map(({ description }, index) => `(${index + 1}) ${description}`).join(" ")}`,
    samples: [{ keywords: ["implements"], headings: ["User story"] }],
  }),
  trackers: trackersSchema.meta({
    description:
      "Places outside GitHub where issues are kept. A key of theirs in the title or the text counts as a link; it is shown " +
      `as not verified, as nobody asks the tracker. Known by name: ${knownTrackers.map((one) => `\`${one.name}\` (${one.description})`).join(", ")}. A name alone is enough for these.`,
    samples: [["linear", { name: "jira", pattern: "SHOP-\\d+", url: "https://acme.atlassian.net/browse/{key}" }]],
  }),
  exemptions: exemptionSettingsSchema(exemptions)
    .prefault({})
    .meta({
      description: "Changes of which nothing is asked.",
      samples: [{ labels: ["no-problem-needed"], paths: ["docs/**", "**/*.md"], size: 5 }],
    }),
  opt_out: optOutSettingsSchema.prefault({}).meta({
    description: "Who may write `No outcome: REASON` on a pull request.",
    samples: ["write"],
  }),
  commands: commandSettingsSchema(commands)
    .prefault({})
    .meta({
      description:
        "Who may say what by the first line of a comment: `anyone`, people with at least the role `triage`, `write`, " +
        "`maintain` or `admin`, or nobody (`off`). `opt_out` follows whose opt-out counts in the text (see `opt_out`): where " +
        "`anyone`'s does, the author of the pull request and people with the role `triage` or more, else people with " +
        "`write` access. " +
        "Roles are those that people have now, as GitHub tells them; a command of a bot never counts.",
      samples: [{ check: "anyone", unlink: "write", hypothesis: "off" }],
    }),
  comments: commentSettingsSchema.prefault({}).meta({
    description: "When the one comment is written.",
    samples: ["never", { grace: "10 minutes" }],
  }),
  labels: labelsSchema.prefault({}).meta({
    description:
      "The labels that follow merged work. No other label is ever touched. A name alone is short for a group with only that.",
    samples: [{ pending: "outcome: waiting", due: { name: "outcome: look", color: "d93f0b" } }],
  }),
  follow_up: followUpSettingsSchema.prefault({}).meta({
    description: "When somebody is asked what became of merged work.",
    samples: [{ window: "6 weeks", slot: { day: "monday", time: "09:30" }, time_zone: "Europe/Berlin" }],
  }),
  board: boardSettingsSchema.prefault({}).meta({
    description:
      "The one issue that shows what is due, what was learned, what was declined and what users struggle with. `false` is " +
      "short for no board.",
    samples: [false, { title: "Our learnings", pin: false }],
  }),
});

export type Config = z.output<typeof configSchema>;

/** What holds where nothing is configured: `{}` is a good set-up. */
export const defaultConfig: Config = configSchema.parse({});
