import { measureApiCalls } from "./api-calls.ts";
import { measureLatency } from "./latency.ts";
import { measureReading } from "./reading.ts";

/** `npm run bench`: what the app costs GitHub, how soon a check stands, and what reading costs. Figures, never a verdict. */
await measureApiCalls();
await measureLatency();
await measureReading();
// The embedded store and kept connections would hold the process open.
process.exit(0);
