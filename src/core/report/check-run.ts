/** What a completed check run shows. Sizes are GitHub's to refuse and ours to respect (65,535 characters each). */
export interface CheckRunContent {
  readonly conclusion: "success" | "neutral" | "failure" | "skipped" | "action_required";
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}
