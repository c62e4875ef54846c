import type { Scenario } from "../scenario.ts";
import { amnesia } from "./amnesia.ts";
import { calm } from "./calm.ts";
import { kills } from "./kills.ts";
import { lock } from "./lock.ts";
import { storm } from "./storm.ts";

/** A scenario is a file here and a line in this list. */
export const scenarios: readonly Scenario[] = [storm, amnesia, calm, kills, lock];
