import type { IncomingMessage } from "node:http";
import type { IntakeRoom } from "./intake-room.ts";

/** In bytes. GitHub does not deliver events larger than this. */
export const largestBody = 25 * 1024 * 1024;

export type BodyReading =
  /** `leave` is to be called when the text is no longer held. */
  | { readonly kind: "read"; readonly text: string; readonly leave: () => void }
  | { readonly kind: "too-large" }
  | { readonly kind: "no-room" }
  | { readonly kind: "broken-off" };

/**
 * Reads a body as it comes, and no further than it may. The server's time limit ends one that comes too slowly. Outside
 * of the heap, and in one piece: pieces of text would fill the heap with what its next collection finds too late.
 */
export function readBody(request: IncomingMessage, room: IntakeRoom): Promise<BodyReading> {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > largestBody) return Promise.resolve({ kind: "too-large" });
  return new Promise((resolve) => {
    const body = growing(length);
    const end = (reading: BodyReading) => {
      request.removeListener("data", take).removeListener("end", finish).removeListener("close", breakOff);
      // The request lives on for a while, and this closure with it.
      body.drop();
      resolve(reading);
    };
    const stop = (kind: "too-large" | "no-room" | "broken-off") => {
      request.pause();
      place.leave();
      end({ kind });
    };
    const place = room.enter(() => stop("no-room"));
    const take = (chunk: Buffer) => {
      if (body.size() + chunk.length > largestBody) return stop("too-large");
      body.add(chunk);
      place.grow(chunk.length);
    };
    const finish = () => {
      place.keep();
      end({ kind: "read", text: body.text(), leave: () => place.leave() });
    };
    const breakOff = () => stop("broken-off");
    request.on("data", take).once("end", finish).once("error", breakOff).once("close", breakOff);
  });
}

/** In bytes. Most bodies that do not say their length fit at once. */
const FIRST_PIECE = 32 * 1024;

/**
 * Grows with what comes and not to a length that is only claimed. What is of no more use is given back at once: a
 * collection would come when a flood has filled the memory with it.
 */
function growing(length: number) {
  let piece = new ArrayBuffer(0);
  let used = 0;
  const replace = (next: ArrayBuffer) => {
    // Detached, a buffer's memory is freed without waiting for a collection.
    piece.transfer(0);
    piece = next;
  };
  return {
    size: () => used,
    add: (chunk: Buffer) => {
      const needed = used + chunk.length;
      if (needed > piece.byteLength) {
        const roomy = Math.max(FIRST_PIECE, Math.ceil(1.5 * piece.byteLength));
        const larger = new ArrayBuffer(Math.max(needed, length === 0 ? roomy : Math.min(roomy, length)));
        Buffer.from(piece, 0, used).copy(Buffer.from(larger));
        replace(larger);
      }
      used += chunk.copy(Buffer.from(piece), used);
    },
    text: () => Buffer.from(piece, 0, used).toString("utf8"),
    drop: () => replace(new ArrayBuffer(0)),
  };
}
