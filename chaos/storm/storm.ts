import type { Simulation } from "../app/simulate.ts";
import type { Replica } from "../app/replica.ts";
import type { RoundRobin } from "../app/round-robin.ts";
import type { StorePlace } from "../app/store-place.ts";
import type { StoreKind } from "../store-kind.ts";
import type { CountedWeather } from "./weather.ts";
import type { PostOffice } from "./post-office.ts";
import type { Stage } from "./stage.ts";

/** How foul it gets. */
export interface StormPlan {
  readonly seed: number;
  readonly store: StoreKind;
  /** By what people do; duplicates, redeliveries and what the app itself causes are not counted. */
  readonly deliveries: number;
  readonly perSecond: number;
  readonly changes: number;
  /** Whether GitHub's answers fail, and deliveries go astray. */
  readonly sky: "foul" | "fair";
  readonly replicas: number;
  /** The last of them, one for each replica, when the faults stop; none where there are fewer. */
  readonly kills: number;
  /** Whether the store survives the storm. Where it does not, deliveries get lost of which GitHub has nothing either. */
  readonly memory: "kept" | "lost";
  /** How often every connection to the database is cut. */
  readonly cuts: number;
  /** After the faults have stopped, until everything is right. */
  readonly patienceMs: number;
}

/** A storm that is on: GitHub and people in this process, the app in its own. */
export interface Storm {
  readonly plan: StormPlan;
  readonly simulation: Simulation;
  readonly stage: Stage;
  readonly place: StorePlace;
  readonly replicas: readonly Replica[];
  /** Where GitHub delivers to. */
  readonly door: RoundRobin;
  readonly office: PostOffice;
  readonly weather: CountedWeather;
  /** Everything that the app said. */
  readonly logFile: string;
}
