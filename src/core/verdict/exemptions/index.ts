import { authors } from "./authors.ts";
import { backports } from "./backports.ts";
import { baseBranches } from "./base-branches.ts";
import { bots } from "./bots.ts";
import { drafts } from "./drafts.ts";
import type { Exemption } from "./exemption.ts";
import { labels } from "./labels.ts";
import { paths } from "./paths.ts";
import { reverts } from "./reverts.ts";
import { size } from "./size.ts";
import { titles } from "./titles.ts";

/** Every exemption, in the order in which they are tried. */
export const exemptions = [
  drafts,
  bots,
  reverts,
  backports,
  authors,
  labels,
  titles,
  paths,
  baseBranches,
  size,
] as const satisfies readonly Exemption[];

export type { Exemption } from "./exemption.ts";
export type ExemptionId = (typeof exemptions)[number]["id"];
