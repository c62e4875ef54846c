import { once } from "node:events";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { openIntakeRoom } from "../../src/server/intake-room.ts";
import { readBody, throwAway } from "../../src/server/read-body.ts";

const KIB = 1024;

type Headers = Readonly<Record<string, string>>;

/** A request whose body comes in pieces of these sizes. */
function requestOf(sizes: readonly number[], headers: Headers = {}) {
  return requestIn(
    sizes.map((size) => Buffer.alloc(size, "x")),
    headers,
  );
}

function requestIn(pieces: readonly Buffer[], headers: Headers = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  for (const piece of pieces) request.push(piece);
  request.push(null);
  return request;
}

function openReading() {
  const wait = vi.fn<(connection: unknown) => void>();
  return { wait, reading: { room: openIntakeRoom({ each: 32 * KIB, shared: 1000 * KIB }), turns: { wait } } };
}

test("a small body waits for no turn", async () => {
  const { wait, reading } = openReading();
  expect(await readBody(requestOf([20 * KIB, 12 * KIB]), reading)).toMatchObject({ kind: "read" });
  expect(wait).not.toHaveBeenCalled();
});

test("a larger body waits for its turn after each piece beyond the first 32 KiB", async () => {
  const { wait, reading } = openReading();
  const request = requestOf([32 * KIB, 1, 64 * KIB]);
  expect(await readBody(request, reading)).toMatchObject({ kind: "read" });
  expect(wait.mock.calls).toEqual([[request.socket], [request.socket]]);
});

test.each([
  ["of unsaid length", {}],
  ["of a length that was told", { "content-length": String(300 * KIB) }],
])("a body %s is read as it came, in whatever pieces", async (_, headers) => {
  const { reading } = openReading();
  const body = await readBody(requestOf([1, 40 * KIB, 64 * KIB, 195 * KIB + 1023], headers), reading);
  if (body.kind !== "read") throw new Error(body.kind);
  expect(body.bytes.equals(Buffer.alloc(300 * KIB, "x"))).toBe(true);
});

test.each([100, 100 * KIB])(
  "the memory of a body of %d bytes is given back when nobody needs it any more",
  async (size) => {
    const { reading } = openReading();
    const body = await readBody(requestOf([size]), reading);
    if (body.kind !== "read") throw new Error(body.kind);
    body.leave();
    expect(body.bytes.buffer).toMatchObject({ byteLength: 0, detached: true });
  },
);

test("the memory of a piece is given back once it was read, unless others may use it", async () => {
  const { reading } = openReading();
  const own = Buffer.alloc(100, "x");
  const shared = Buffer.alloc(200, "x");
  await readBody(requestIn([own, shared.subarray(0, 100), shared.subarray(100)]), reading);
  expect(own.buffer).toMatchObject({ detached: true });
  expect(shared.buffer).toMatchObject({ detached: false });
});

test("what comes of a body that was refused twice is given back once", async () => {
  const piece = Buffer.alloc(100, "x");
  const request = requestIn([piece]);
  throwAway(request);
  throwAway(request);
  await once(request, "end");
  expect(piece.buffer).toMatchObject({ detached: true });
});

test("the memory of what comes of a refused body is given back at once", async () => {
  const { reading } = openReading();
  const piece = Buffer.alloc(100, "x");
  const request = requestIn([piece], { "content-length": String(200 * KIB * KIB) });
  expect(await readBody(request, reading)).toEqual({ kind: "too-large" });
  await once(request, "end");
  expect(piece.buffer).toMatchObject({ detached: true });
});
