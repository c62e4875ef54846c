import type { CheckRunContent } from "./check-run.ts";

/** Who kept a pull request from being evaluated. "refused": GitHub answered, and said no. */
export type Failing = "github" | "refused" | "ours";

/**
 * After the last try. What the check said before was said of something else: somebody changed what it depends on, or
 * nobody would have looked. So it gives way, and where rules are required nothing passes that nobody could look at.
 */
export function renderGivenUp(failing: Failing, policy: "requires" | "advises"): CheckRunContent {
  const { title, what } = words[failing];
  return {
    conclusion: policy === "requires" ? "action_required" : "neutral",
    title,
    summary: [what, effects[policy], tryAgain].join("\n\n"),
    text: "",
  };
}

/** How such a title begins. */
export const notEvaluated = "Could not be evaluated";

const words: Readonly<Record<Failing, { readonly title: string; readonly what: string }>> = {
  github: {
    title: `${notEvaluated}: GitHub did not answer`,
    what: "GitHub did not answer this app, which asked many times for what there is to judge here. That is no fault of this pull request.",
  },
  refused: {
    title: `${notEvaluated}: GitHub refused what this app asked`,
    what: "GitHub refused what this app asked for to judge this pull request, each time. That is no fault of this pull request. Mostly a permission is missing: whoever administers the account of this repository finds in its settings, under *GitHub Apps*, whether this app asks for a new one, and can accept it there. If it does not, tell whoever runs this app: its log has what was refused, and for want of what.",
  },
  ours: {
    title: `${notEvaluated}: an error of this app`,
    what: "An error of this app kept it from judging this pull request, though it tried many times. That is no fault of this pull request. If this stays, tell whoever runs this app: its log has the error.",
  },
};

const effects = {
  requires: "Until it is judged, this check holds up the merge, whatever it said before.",
  advises: "Nothing is held up: this check only advises here.",
} as const;

const tryAgain =
  "It is tried again by itself, about once an hour and whenever something changes here. **To try again now**, press *Re-check* above, or edit the description.";
