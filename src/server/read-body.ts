import type { IncomingMessage } from "node:http";
import type { IntakeRoom } from "./intake-room.ts";
import type { ReadingTurns } from "./reading-turns.ts";

/** In bytes. GitHub does not deliver events larger than this. */
export const largestBody = 25 * 1024 * 1024;

export type BodyReading =
  /** `leave` is to be called when the bytes are no longer needed: they are gone then. */
  | { readonly kind: "read"; readonly bytes: Buffer; readonly leave: () => void }
  | { readonly kind: "too-large" }
  | { readonly kind: "no-room" }
  | { readonly kind: "broken-off" };

export interface ReadingRoom {
  readonly room: IntakeRoom;
  readonly turns: ReadingTurns;
}

/**
 * Reads a body as it comes, and no further than it may. The server's time limit ends one that comes too slowly. Outside
 * of the heap, and in one piece: pieces of text would fill the heap with what its next collection finds too late.
 */
export function readBody(request: IncomingMessage, { room, turns }: ReadingRoom): Promise<BodyReading> {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > largestBody) {
    throwAway(request);
    return Promise.resolve({ kind: "too-large" });
  }
  return new Promise((resolve) => {
    const body = growing(length);
    const end = (reading: BodyReading) => {
      request.removeListener("data", take).removeListener("end", finish).removeListener("close", breakOff);
      resolve(reading);
    };
    const leave = () => {
      body.drop();
      place.leave();
    };
    const stop = (kind: "too-large" | "no-room" | "broken-off") => {
      throwAway(request);
      leave();
      end({ kind });
    };
    const place = room.enter(() => stop("no-room"));
    const take = (piece: Buffer) => {
      const { length: more } = piece;
      if (body.size() + more > largestBody) return stop("too-large");
      body.add(piece);
      free(piece);
      if (body.size() > FIRST_PIECE) turns.wait(request.socket);
      place.grow(more);
    };
    const finish = () => {
      place.keep();
      end({ kind: "read", bytes: body.bytes(), leave });
    };
    const breakOff = () => stop("broken-off");
    request.on("data", take).once("end", finish).once("error", breakOff).once("close", breakOff);
  });
}

/** What still comes of a body that nobody wants is freed at once, until its answer ends it. */
export function throwAway(request: IncomingMessage): void {
  request.on("data", free);
}

/**
 * Node copies each piece of a body out of its parser, into memory that is this piece's alone. Left to the next collection,
 * the pieces of a flood take more than the bodies.
 */
function free({ buffer, byteOffset, length }: Buffer): void {
  const isAlone = byteOffset === 0 && buffer.byteLength === length;
  // Of a body that is refused twice, as when its connection breaks afterwards, a piece comes here twice.
  if (isAlone && buffer instanceof ArrayBuffer && !buffer.detached) buffer.transferToFixedLength(0);
}

/** In bytes. Most bodies fit. */
const FIRST_PIECE = 32 * 1024;

/**
 * Grows with what comes and not to a length that is only claimed. What is beyond the first piece has pages of its own,
 * which are added without copying and given back to the system at once: a collection would come when a flood has filled
 * the memory, and the C library's heap keeps for itself what is freed in it.
 */
function growing(length: number) {
  let piece = new ArrayBuffer(length === 0 ? FIRST_PIECE : Math.min(length, FIRST_PIECE));
  let used = 0;
  const makeRoom = (needed: number) => {
    if (piece.resizable) return piece.resize(needed);
    const larger = new ArrayBuffer(needed, { maxByteLength: length === 0 ? largestBody : length });
    Buffer.from(piece, 0, used).copy(Buffer.from(larger));
    piece.transferToFixedLength(0);
    piece = larger;
  };
  return {
    size: () => used,
    add: (chunk: Buffer) => {
      if (used + chunk.length > piece.byteLength) makeRoom(used + chunk.length);
      used += chunk.copy(Buffer.from(piece), used);
    },
    bytes: () => Buffer.from(piece, 0, used),
    // Detached, a buffer's memory is freed without waiting for a collection.
    drop: () => {
      if (!piece.detached) piece.transferToFixedLength(0);
    },
  };
}
