import type { Failing } from "../report/given-up.ts";
import { renderGivenUp } from "../report/given-up.ts";
import type { Desired } from "./desired.ts";
import { untouched } from "./desired.ts";

interface Unjudged {
  readonly headSha: string;
  readonly failing: Failing;
  /** "nothing": the repository is not configured. Null: nobody could find out. */
  readonly asks: "requires" | "advises" | "nothing" | null;
  /** Whether the head has a check of ours. */
  readonly wasTold: boolean;
}

/**
 * How a pull request should look that could not be evaluated. Where nobody knows what is asked, one that has a check
 * already is stopped rather than let through, and one that was never told anything hears nothing.
 */
export function desireGivenUp({ headSha, failing, asks, wasTold }: Unjudged): Desired {
  if (asks === "nothing" || (asks === null && !wasTold)) return untouched;
  const content = renderGivenUp(failing, asks ?? "requires");
  return { ...untouched, checkRun: { kind: "set", headSha, content } };
}
