/** In milliseconds. A transferred repository is let go that much later; until then GitHub refuses what is written there. */
const KEPT_MS = 60_000;

interface Listed {
  readonly at: number;
  readonly ids: Promise<ReadonlySet<number>>;
}

/**
 * Whether the installation holds a repository, by a list that is asked for at most once a minute: after a move each of
 * a thousand pull requests asks, and the list of a thousand repositories takes ten requests.
 */
export function installedRepositories(
  list: () => Promise<readonly { readonly id: number }[]>,
  now: () => Date,
): (id: number) => Promise<boolean> {
  let listed: Listed | null = null;
  return async (id) => {
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

async function listIds(list: () => Promise<readonly { readonly id: number }[]>): Promise<ReadonlySet<number>> {
  return new Set((await list()).map(({ id }) => id));
}
