import { onTestFinished } from "vitest";
import type { Story, StoryOptions } from "./start-story.ts";
import { startStory } from "./start-story.ts";

/** A story that ends with its test. */
export async function tellStory(options: StoryOptions = {}): Promise<Story> {
  const { stop, ...story } = await startStory(options);
  onTestFinished(stop);
  return story;
}
