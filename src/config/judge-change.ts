import { sameRepository } from "../core/facts/reference.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { Proposal, ValidProposal } from "../core/report/proposal.ts";
import type { ConfigurationChange, ConfigurationPlace, ConfigurationReading } from "../sources/ports.ts";
import { chainsOf } from "./chains.ts";
import { isVisible } from "./config-source.ts";
import { describeEdits } from "./describe-edits.ts";
import { fileReader, findExtends, followChain } from "./follow-chain.ts";
import type { Chain } from "./follow-chain.ts";
import { loadChains, loadConfig } from "./load.ts";
import type { LoadedConfig } from "./load.ts";

export type JudgedChange =
  | { readonly kind: "proposal"; readonly proposal: Proposal }
  /** This repository takes no part, and would take none. */
  | { readonly kind: "nothing-to-say" }
  | Extract<LoadedConfig, { readonly kind: "unreadable" }>;

/** What a pull request's own files would be as the configuration: merged as they would be, and told apart from what holds. */
export function judgeChange(current: ConfigurationReading, change: ConfigurationChange): JudgedChange {
  const { proposed, changesMore } = change;
  const { chains, unchecked } = withholdBases(current, proposed);
  const loaded = loadChains(chains, proposed);
  const valid = (kind: "ok" | "absent", { brokenElsewhere }: Pick<ValidProposal, "brokenElsewhere">): JudgedChange => {
    const outcome = outcomeOf(kind, proposed);
    const edits = describeEdits(current, proposed);
    return { kind: "proposal", proposal: { kind: "valid", outcome, edits, unchecked, changesMore, brokenElsewhere } };
  };
  switch (loaded.kind) {
    case "unreadable":
      return loaded;
    case "invalid": {
      const { problems, requires } = loaded;
      const isOwn = problems.some((one) => one.visible && sameRepository(one, proposed.repository));
      if (isOwn || !buildsOnTheSame(current, proposed) || loadConfig(current).kind !== "invalid") {
        return { kind: "proposal", proposal: { kind: "invalid", problems, requires } };
      }
      return valid("ok", { brokenElsewhere: true });
    }
    case "ok":
    case "absent": {
      if (loaded.kind === "absent" && takesNoPart(current)) return { kind: "nothing-to-say" };
      return valid(loaded.kind, { brokenElsewhere: false });
    }
  }
}

function takesNoPart(current: ConfigurationReading): boolean {
  return current.repository.files.length > 0 && loadConfig(current).kind === "absent";
}

function outcomeOf(kind: "ok" | "absent", { repository }: ConfigurationReading) {
  if (repository.files.length === 0) return "removed";
  return kind === "ok" ? "configures" : "opts-out";
}

interface Withheld {
  readonly chains: readonly Chain[];
  readonly unchecked: RepositoryName | null;
}

/**
 * Anybody may open a pull request that names any repository, and its check is seen by everybody who sees this one. So a
 * base that few may see is treated like one that does not exist, unless people with write access named it before.
 */
function withholdBases(current: ConfigurationReading, proposed: ConfigurationReading): Withheld {
  const chains = chainsOf(proposed);
  if (buildsOnTheSame(current, proposed)) return { chains, unchecked: null };
  const seen = { ...proposed, bases: (proposed.bases ?? []).map((base) => withhold(base, proposed)) };
  const own = followChain(proposed.repository, seen, fileReader(proposed));
  const unchecked = own.end?.kind === "hidden" ? own.end.base : null;
  return { chains: [...chains.slice(0, -1), unchecked === null ? own : { ...own, end: null }], unchecked };
}

function withhold(base: ConfigurationPlace, proposed: ConfigurationReading): ConfigurationPlace {
  return isVisible(base, proposed) || !base.readable ? base : { ...base, visibility: null, files: [] };
}

function buildsOnTheSame(current: ConfigurationReading, proposed: ConfigurationReading): boolean {
  const [before, after] = [current, proposed].map((reading) => {
    return findExtends(fileReader(reading)(reading.repository))?.base ?? null;
  });
  if (!before || !after) return before === after;
  return sameRepository(before, after);
}
