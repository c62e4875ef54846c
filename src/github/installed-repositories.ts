/** In milliseconds. A transferred repository is let go that much later; until then GitHub refuses what is written there. */
const KEPT_MS = 60_000;

type List = () => Promise<readonly { readonly id: number }[]>;

/** Whether the installation holds the repository of this id; `list` asks GitHub where that is not known. */
export type HeldRepositories = (id: number, list: List) => Promise<boolean>;

interface Listed {
  readonly at: number;
  readonly ids: Promise<ReadonlySet<number>>;
}

/**
 * Whether the installation holds a repository, by a list that is asked for at most once a minute: after a move each of
 * a thousand pull requests asks, and the list of a thousand repositories takes ten requests.
 */
export function heldRepositories(now: () => Date): HeldRepositories {
  let listed: Listed | null = null;
  return async (id, list) => {
    const at = now().getTime();
    if (listed === null || at - listed.at >= KEPT_MS) listed = { at, ids: listIds(list) };
    const current = listed;
    try {
      return (await current.ids).has(id);
    } catch (error) {
      // Everybody who waited hears of it; the next one asks anew.
      if (listed === current) listed = null;
      throw error;
    }
  };
}

async function listIds(list: List): Promise<ReadonlySet<number>> {
  return new Set((await list()).map(({ id }) => id));
}
