import type { Scenario } from "../scenario.ts";
import { amnesia } from "./amnesia.ts";
import { burst } from "./burst.ts";
import { calm } from "./calm.ts";
import { deadReplica } from "./dead-replica.ts";
import { flood } from "./flood.ts";
import { followUps } from "./follow-ups.ts";
import { kills } from "./kills.ts";
import { lock } from "./lock.ts";
import { noisy } from "./noisy.ts";
import { outage } from "./outage.ts";
import { replicas } from "./replicas.ts";
import { steady } from "./steady.ts";
import { stop } from "./stop.ts";
import { storeOutage } from "./store-outage.ts";
import { storm } from "./storm.ts";

/** A scenario is a file here and a line in this list. */
export const scenarios: readonly Scenario[] = [
  storm,
  amnesia,
  calm,
  kills,
  lock,
  flood,
  steady,
  burst,
  replicas,
  deadReplica,
  noisy,
  outage,
  storeOutage,
  stop,
  followUps,
];
