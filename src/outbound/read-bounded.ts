import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

type Read = { readonly kind: "read"; readonly text: string } | { readonly kind: "failed"; readonly why: string };

const unpack = promisify(gunzip);

/** Without the mark that some put before it, which no reader of JSON takes. */
const utf8 = new TextDecoder();

/** The text of an answer of at most so many bytes, as they come and unpacked. What is left is not read. */
export async function readBounded(response: IncomingMessage, most: number): Promise<Read> {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding !== "identity" && encoding !== "gzip") {
    response.destroy();
    return failed("answered in an encoding that was not asked for");
  }
  const body = await collect(response, most);
  if (body === null) return tooLarge(most);
  if (encoding === "identity") return { kind: "read", text: utf8.decode(body) };
  try {
    return { kind: "read", text: utf8.decode(await unpack(body, { maxOutputLength: most })) };
  } catch (error) {
    // It unpacks to more than may come, or is not packed at all.
    const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return isTooLarge ? tooLarge(most) : failed("answered with what cannot be unpacked");
  }
}

async function collect(response: IncomingMessage, most: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    // Leaving the loop ends the connection.
    if (length > most) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function tooLarge(most: number): Read {
  return failed(`answered with more than ${most / 1024 / 1024} MiB`);
}

function failed(why: string): Read {
  return { kind: "failed", why };
}
