import type { Scenario } from "../scenario.ts";
import { lock } from "./lock.ts";

/** A scenario is a file here and a line in this list. */
export const scenarios: readonly Scenario[] = [lock];
