import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Asking, Fetched, Guard } from "../../src/outbound/guarded-fetch.ts";
import { guardedFetch } from "../../src/outbound/guarded-fetch.ts";
import { hostileCases } from "./support/hostile-addresses.ts";
import { countConnections, openSink, serve } from "./support/servers.ts";

const own: Guard = {
  totalMs: 20_000,
  bytes: 1024 * 1024,
  resolve: async () => [{ address: "127.0.0.1", family: 4 }],
};

function ask(url: string, given: Partial<Asking & { guard: Guard }> = {}): Promise<Fetched> {
  const { guard = own, ...asking } = given;
  const address = new URL(url);
  return guardedFetch(guard)({ url: address, method: "GET", headers: {}, allowed: "own-too", ...asking });
}

function failure(why: unknown): object {
  return expect.objectContaining({ kind: "failed", why });
}

test("no way to write an address that is not public leads to a connection", async () => {
  const sink = await openSink();
  const begun = countConnections();
  const cases = hostileCases(sink.port);
  // What is no URL is refused where the operator's file is read.
  const askable = cases.filter(({ url }) => URL.canParse(url));
  expect(askable.length).toBeGreaterThan(200);
  const reached = [];
  for (const { name, url, resolved } of askable) {
    const resolve = async () => resolved.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const answer = await ask(url, { guard: { ...own, resolve }, allowed: "public" });
    if (answer.kind !== "failed" || answer.code !== null) reached.push([name, answer]);
  }
  expect(reached).toEqual([]);
  expect([sink.connections(), begun()]).toEqual([0, 0]);
});

test("an operator's own network is asked where that is allowed, but no cloud's own services", async () => {
  const port = await serve((_request, response) => response.end("1"));
  const begun = countConnections();
  expect(await ask(`http://127.0.0.1:${port}/`)).toEqual({ kind: "answered", text: "1" });
  expect(begun()).toBe(1);
  for (const host of ["169.254.169.254", "[::ffff:127.0.0.1]", "[fd00:ec2::254]", "0.0.0.0", "224.0.0.1"]) {
    expect(await ask(`http://${host}:${port}/`)).toEqual(failure("has an address that is never asked"));
  }
  expect(begun()).toBe(1);
});

test("a name that leads nowhere is not asked", async () => {
  const guard = { ...own, resolve: async () => [] };
  expect(await ask("https://metrics.example.com/", { guard })).toEqual(failure("has no address"));
});

test("a public address is never asked without encryption", async () => {
  const guard = { ...own, resolve: async () => [{ address: "93.184.215.14", family: 4 }] };
  const begun = countConnections();
  expect(await ask("http://metrics.example.com/", { guard })).toEqual(
    failure("has a public address, which is asked over https only"),
  );
  expect(begun()).toBe(0);
});

test("a name is resolved once, and what was checked is connected to", async () => {
  const port = await serve((request, response) => response.end(request.headers.host));
  const sink = await openSink("127.0.0.2", port);
  const answers = ["127.0.0.1", "127.0.0.2", "127.0.0.2"];
  const guard = { ...own, resolve: async () => [{ address: answers.shift() ?? "", family: 4 }] };
  const answer = await ask(`http://metrics.example.com:${port}/`, { guard });
  expect(answer).toEqual({ kind: "answered", text: `metrics.example.com:${port}` });
  expect([answers.length, sink.connections()]).toEqual([2, 0]);
});

test("over https nothing is said before the other side has shown whose it is", async () => {
  const sink = await openSink();
  const answer = await ask(`https://metrics.example.com:${sink.port}/`, { headers: { authorization: "Bearer key" } });
  expect(answer).toEqual(failure("could not be reached"));
  expect(sink.received()).toContain("metrics.example.com");
  expect(sink.received()).not.toContain("Bearer");
});

test.each([300, 301, 302, 303, 304, 305, 307, 308])("a redirect (%i) is followed nowhere", async (status) => {
  const sink = await openSink();
  const places = [
    `http://127.0.0.1:${sink.port}/`,
    `https://127.0.0.1:${sink.port}/`,
    `//127.0.0.1:${sink.port}/`,
    `http://metrics.example.com:${sink.port}/`,
    "/elsewhere",
  ];
  let asked = 0;
  for (const location of places) {
    const port = await serve((_request, response) => {
      asked += 1;
      response.writeHead(status, { location, refresh: `0; url=${location}`, link: `<${location}>; rel=next` }).end();
    });
    expect(await ask(`http://127.0.0.1:${port}/`)).toEqual(failure("sent a redirect, which is not followed"));
  }
  expect([asked, sink.connections()]).toEqual([places.length, 0]);
});

test("an answer may have the size that is allowed, packed or not, and not a byte more", async () => {
  const guard = { ...own, bytes: 1000 };
  const port = await serve((request, response) => {
    const body = Buffer.alloc(Number(request.url?.slice(2)), "1");
    if (request.url?.startsWith("/g")) response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(body));
    else response.end(body);
  });
  for (const way of ["p", "g"]) {
    expect(await ask(`http://127.0.0.1:${port}/${way}1000`, { guard })).toMatchObject({ kind: "answered" });
    expect(await ask(`http://127.0.0.1:${port}/${way}1001`, { guard })).toEqual(
      failure(expect.stringMatching(/^answered with more than/)),
    );
  }
});

test("a bomb is not unpacked, whatever it is packed in", async () => {
  const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024));
  const kinds: readonly (readonly [string, Buffer])[] = [
    ["gzip", bomb],
    ["gzip, gzip", gzipSync(bomb)],
    ["br", bomb],
    ["deflate", bomb],
    ["zstd", bomb],
    ["gzip", Buffer.from("not packed")],
  ];
  for (const [encoding, body] of kinds) {
    const port = await serve((_request, response) => {
      response.writeHead(200, { "content-encoding": encoding }).end(body);
    });
    expect(await ask(`http://127.0.0.1:${port}/`)).toEqual(failure(expect.stringMatching(/^answered (?:with|in)/)));
  }
});

test("an answer without end is left", async () => {
  const port = await serve((_request, response) => {
    const more = () => response.write(Buffer.alloc(64 * 1024, "1"), () => void setImmediate(more));
    more();
  });
  expect(await ask(`http://127.0.0.1:${port}/`)).toEqual(failure("answered with more than 1 MiB"));
});

const slow = { ...own, totalMs: 300 };

test("all of it together has its time: the name, the connection, each byte", async () => {
  const silent = await serve(() => {});
  const dripping = await serve((_request, response) => {
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  });
  const nameless = { ...slow, resolve: () => new Promise<never>(() => {}) };
  const late = failure("did not answer within 0.3 seconds");
  expect(await ask(`http://127.0.0.1:${silent}/`, { guard: slow })).toEqual(late);
  expect(await ask(`http://127.0.0.1:${dripping}/`, { guard: slow })).toEqual(late);
  expect(await ask(`http://metrics.example.com:${silent}/`, { guard: nameless })).toEqual(late);
});

test.each([
  [400, "answered 400"],
  [401, "answered 401 (it does not take the credential)"],
  [403, "answered 403 (the credential does not allow this)"],
  [404, "answered 404"],
  [429, "answered 429 (it is asked too much)"],
  [500, "answered 500"],
  [204, "answered 204"],
])("what is answered with %i is told by its number alone", async (status, why) => {
  const port = await serve((_request, response) => response.writeHead(status).end("a secret of the inside"));
  expect(await ask(`http://127.0.0.1:${port}/`)).toEqual({ kind: "failed", why, code: null });
});

test("who is not there, breaks off or speaks nothing that is known could not be reached", async () => {
  const sink = await openSink();
  const breaking = await serve((_request, response) => {
    response.writeHead(200, { "content-length": "10" }).write("1");
    setImmediate(() => response.destroy());
  });
  const nobody = { ...own, resolve: () => Promise.reject(new Error("no such name")) };
  const gone = failure("could not be reached");
  expect(await ask("http://127.0.0.1:1/")).toEqual(gone);
  expect(await ask(`http://127.0.0.1:${sink.port}/`)).toEqual(gone);
  expect(await ask(`http://127.0.0.1:${breaking}/`)).toEqual(gone);
  expect(await ask("http://metrics.example.com/", { guard: nobody })).toEqual(gone);
});

test("who talks without an answer in it is left", async () => {
  const many = await serve((_request, response) => {
    response.writeHead(200, { "x-long": Array.from({ length: 40 }, () => "x".repeat(1000)) }).end("1");
  });
  const hinting = await serve((_request, response) => {
    const timer = setInterval(() => response.writeProcessing(), 5);
    response.on("close", () => clearInterval(timer));
  });
  const switching = await serve((request) => {
    request.socket.write("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n");
  });
  expect(await ask(`http://127.0.0.1:${many}/`)).toEqual(failure("could not be reached"));
  expect(await ask(`http://127.0.0.1:${hinting}/`, { guard: slow })).toMatchObject({ kind: "failed" });
  expect(await ask(`http://127.0.0.1:${switching}/`, { guard: slow })).toMatchObject({ kind: "failed" });
});

test("the mark that some put before a text is no part of it", async () => {
  const port = await serve((_request, response) => response.end("\ufeff{}"));
  expect(await ask(`http://127.0.0.1:${port}/`)).toEqual({ kind: "answered", text: "{}" });
});

test("what is asked arrives: method, headers and body", async () => {
  const heard: unknown[] = [];
  const port = await serve((request, response) => {
    request.setEncoding("utf8").on("data", (text) => heard.push(text));
    request.on("end", () => {
      heard.push(request.method, request.url, request.headers.authorization, request.headers["user-agent"]);
      response.end("{}");
    });
  });
  const asking = { method: "POST", headers: { authorization: "Bearer key" }, body: "1" } as const;
  expect(await ask(`http://127.0.0.1:${port}/a?b=c`, asking)).toEqual({ kind: "answered", text: "{}" });
  expect(heard).toEqual(["1", "POST", "/a?b=c", "Bearer key", "outcome-link"]);
});
