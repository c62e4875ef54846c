/**
 * How much of bodies may be held in memory at once, before anybody knows who sent them. In bytes. Most of GitHub's
 * deliveries are far below `each`, so a stranger's large bodies cannot crowd them out; one of GitHub's largest fits into
 * `shared` with room beside it.
 */
export interface RoomSize {
  /** What every body may hold without asking. */
  readonly each: number;
  /** What all bodies together may hold beyond that. */
  readonly shared: number;
}

export interface IntakeRoom {
  /** `putOut` is called when the room is needed for others. */
  enter(putOut: () => void): Place;
}

export interface Place {
  /** Makes room for more bytes, at the cost of the largest body that is still being read: perhaps of this one. */
  grow(bytes: number): void;
  /** The body has been read whole: it is not put out any more. */
  keep(): void;
  /** Gives the room back. */
  leave(): void;
}

interface Guest {
  bytes: number;
  isKept: boolean;
  readonly putOut: () => void;
}

/**
 * Counts bytes and not bodies: a hundred small deliveries at once are an ordinary burst, and a hundred large ones are
 * 2.5 GB. The largest one goes first, because whoever wants to fill the memory sends those.
 */
export function openIntakeRoom({ each, shared }: RoomSize): IntakeRoom {
  const guests = new Set<Guest>();
  const beyond = ({ bytes }: Guest) => Math.max(0, bytes - each);
  const held = () => guests.values().reduce((sum, guest) => sum + beyond(guest), 0);
  const makeRoom = () => {
    while (held() > shared) {
      const largest = [...guests].filter(({ isKept }) => !isKept).toSorted((a, b) => b.bytes - a.bytes)[0];
      if (largest === undefined) return;
      guests.delete(largest);
      largest.putOut();
    }
  };
  return {
    enter: (putOut) => {
      const guest: Guest = { bytes: 0, isKept: false, putOut };
      guests.add(guest);
      return {
        grow: (bytes) => {
          guest.bytes += bytes;
          if (guest.bytes > each) makeRoom();
        },
        keep: () => void (guest.isKept = true),
        leave: () => void guests.delete(guest),
      };
    },
  };
}
