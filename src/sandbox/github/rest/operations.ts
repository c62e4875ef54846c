import { appOperations } from "./apps.ts";
import { checkOperations } from "./checks.ts";
import { commentOperations } from "./comments.ts";
import { comparisonOperations } from "./comparison.ts";
import { deliveryOperations } from "./deliveries.ts";
import { issueOperations } from "./issues.ts";
import { labelOperations } from "./labels.ts";
import type { Operation } from "./operation.ts";
import { pullRequestOperations } from "./pull-requests.ts";
import { releaseOperations } from "./releases.ts";
import { repositoryOperations } from "./repositories.ts";

/** Everything that the simulation answers over REST. To add one: an entry here, its id in scripts/simulated-parts.ts. */
export const operations: readonly Operation[] = [
  ...appOperations,
  ...deliveryOperations,
  ...repositoryOperations,
  ...comparisonOperations,
  ...pullRequestOperations,
  ...issueOperations,
  ...commentOperations,
  ...labelOperations,
  ...checkOperations,
  ...releaseOperations,
];
