export const readme = `# Week Menu

Plans a household's meals for a week, and writes the shopping list that goes with them.
`;

export const pullRequestTemplate = `## Problem

<!-- Which issue does this work on? A problem may have many pull requests. -->

Part of #ISSUE

## Hypothesis

We believe CHANGE for WHO will EFFECT because REASON.
We will know when METRIC moves from NOW to TARGET within WINDOW.

## How to try it

Say in a line or two what to click.
`;

export const configurationPath = ".github/outcome.yml";

/** Nearly `{}`: a household shops once a week, so two weeks are too few to see a habit. */
export const configuration = `# Read from this branch by Outcome Link. Everything that is not set here has a default.
follow_up:
  window: 3 weeks
  time_zone: Europe/Lisbon
`;
