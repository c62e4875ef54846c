/** Nearly `{}`. Each line behind "# " is valid once the mark is taken off. */
export const configurationText = `# Outcome Link reads this file from the default branch. Whatever is not set here has a default: \`{}\` would do.

# "advise" never blocks a merge. "require" lets the check fail while a problem or a hypothesis is missing.
mode: advise

follow_up:
  # How long after the merge somebody is asked whether it helped, where a hypothesis does not say it.
  window: 14 days
  time_zone: UTC

# Which issues count as problems. Without this, any issue does.
# problems:
#   labels: [problem, bug]

# Changes of which nothing is asked, besides drafts, bots, reverts and back-ports.
# exemptions:
#   paths: ["docs/**"]
#   labels: [no-problem-needed]
`;
