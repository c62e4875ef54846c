import type { IncomingMessage } from "node:http";
import { StringDecoder } from "node:string_decoder";
import type { IntakeRoom } from "./intake-room.ts";

/** In bytes. GitHub does not deliver events larger than this. */
export const largestBody = 25 * 1024 * 1024;

export type BodyReading =
  /** `leave` is to be called when the text is no longer held. */
  | { readonly kind: "read"; readonly text: string; readonly leave: () => void }
  | { readonly kind: "too-large" }
  | { readonly kind: "no-room" }
  | { readonly kind: "broken-off" };

/** Reads a body as it comes, and no further than it may. The server's time limit ends one that comes too slowly. */
export function readBody(request: IncomingMessage, room: IntakeRoom): Promise<BodyReading> {
  if (Number(request.headers["content-length"] ?? 0) > largestBody) return Promise.resolve({ kind: "too-large" });
  return new Promise((resolve) => {
    const decoder = new StringDecoder("utf8");
    const held = { text: "", bytes: 0 };
    const end = (reading: BodyReading) => {
      request.removeListener("data", take).removeListener("end", finish);
      // The request lives on for a while, and this closure with it.
      held.text = "";
      resolve(reading);
    };
    const stop = (kind: "too-large" | "no-room" | "broken-off") => {
      request.pause();
      place.leave();
      end({ kind });
    };
    const place = room.enter(() => stop("no-room"));
    const take = (chunk: Buffer) => {
      held.bytes += chunk.length;
      held.text += decoder.write(chunk);
      if (held.bytes > largestBody) stop("too-large");
      else place.grow(chunk.length);
    };
    const finish = () => {
      request.removeListener("close", breakOff);
      place.keep();
      end({ kind: "read", text: held.text + decoder.end(), leave: () => place.leave() });
    };
    const breakOff = () => stop("broken-off");
    request.on("data", take).once("end", finish).once("error", breakOff).once("close", breakOff);
  });
}
