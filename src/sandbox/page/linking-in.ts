import type { SimulatedGitHub } from "../github/simulated-github.ts";
import type { Repository } from "../github/state/model.ts";
import { findRepository } from "../github/state/state.ts";
import type { Linking } from "./link-references.ts";
import { pathOf } from "./view.ts";

const onGitHub = /^https:\/\/(?:redirect\.)?github\.com\/([\w-]+\/[\w.-]+)\/(?:issues|pull)\/(\d+)(?:[?#].*)?$/;

/** Leads to what the simulation holds, seen from a text in this repository. */
export function linkingIn({ state }: SimulatedGitHub, repository: Repository): Linking {
  const find = (name: string | undefined, number: string | undefined): string | null => {
    const place = name === undefined || name === "" ? repository : findRepository(state, name);
    const item = place?.items.get(Number(number));
    return item === undefined ? null : pathOf(item);
  };
  return {
    reference(text) {
      const [name, number] = text.split("#");
      return find(name, number);
    },
    url(url) {
      const [, name, number] = onGitHub.exec(url) ?? [];
      return name === undefined ? null : find(name, number);
    },
  };
}
