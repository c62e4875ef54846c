import { measureApiCalls } from "./api-calls.ts";
import { measureLatency } from "./latency.ts";
import { measureReading, measureTexts } from "./reading.ts";

/** `npm run bench`: what the app costs GitHub, how soon a check stands, and what reading costs. Figures, never a verdict. */
// Reading first: the simulations leave a large heap behind, whose collection would be counted with it.
measureTexts();
await measureReading();
await measureApiCalls();
await measureLatency();
// The embedded store and kept connections would hold the process open.
process.exit(0);
