import { request } from "node:http";
import { connect } from "node:net";
import { parentPort } from "node:worker_threads";
import { z } from "zod";

const order = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("posts"),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    count: z.number(),
    atOnce: z.number(),
    bytes: z.number(),
    length: z.enum(["told", "not told"]),
  }),
  z.object({ kind: z.literal("slow connections"), url: z.string(), count: z.number(), seconds: z.number() }),
]);
type Order = z.infer<typeof order>;
type Posts = Extract<Order, { kind: "posts" }>;
type Slow = Extract<Order, { kind: "slow connections" }>;

parentPort?.on("message", (message: unknown) => void carryOut(order.parse(message)));

/** Answers with how many of them ended how. */
async function carryOut(given: Order): Promise<void> {
  const ends = await (given.kind === "posts" ? postAll(given) : connectAll(given));
  const counts = Object.entries(Object.groupBy(ends, (end) => end)).map(([end, all]) => [end, all?.length ?? 0]);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(Object.fromEntries(counts));
}

async function postAll(given: Posts): Promise<readonly string[]> {
  const ends: string[] = [];
  let left = given.count;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      ends.push(await pour(given));
    }
  };
  await Promise.all(Array.from({ length: given.atOnce }, one));
  return ends;
}

const chunk = Buffer.alloc(64 * 1024, "a");

/** Sends until it is answered or cut off: the status, or "cut off". */
function pour({ url, headers, bytes, length }: Posts): Promise<string> {
  return new Promise((resolve) => {
    const told = length === "told" ? { "content-length": bytes } : {};
    const sending = request(url, { method: "POST", headers: { ...headers, ...told }, agent: false });
    const end = (how: string) => {
      resolve(how);
      sending.destroy();
    };
    sending.once("response", ({ statusCode }) => end(String(statusCode)));
    sending.on("error", () => end("cut off"));
    let left = bytes;
    const pourOn = () => {
      while (left > 0 && !sending.destroyed) {
        left -= chunk.length;
        if (!sending.write(chunk)) return void sending.once("drain", pourOn);
      }
      return void sending.end();
    };
    pourOn();
  });
}

/** Each sends a header a second and never comes to an end. */
async function connectAll({ url, count, seconds }: Slow): Promise<readonly string[]> {
  return Promise.all(Array.from({ length: count }, () => dawdle(new URL(url), seconds)));
}

function dawdle({ hostname, port, pathname }: URL, seconds: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const timer = setInterval(() => socket.write("x-slow: 1\r\n"), 1000);
    const end = (how: string) => {
      clearInterval(timer);
      resolve(how);
      socket.destroy();
    };
    socket.write(`POST ${pathname} HTTP/1.1\r\nhost: ${hostname}\r\n`);
    socket.on("error", () => end("cut off"));
    socket.on("close", () => end("cut off"));
    socket.resume();
    setTimeout(() => end("still open"), seconds * 1000);
  });
}
