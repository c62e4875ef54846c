import { connect, createServer } from "node:net";
import type { Socket } from "node:net";

/** A wire to a server that can be cut, as if the server had been stopped: connections break, new ones are refused. */
export interface Wire {
  readonly port: number;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function layWire(to: { readonly host: string; readonly port: number }): Promise<Wire> {
  const open = new Set<Socket>();
  const server = createServer((from) => {
    const onward = connect(to.port, to.host);
    for (const [one, other] of [
      [from, onward],
      [onward, from],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.once("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  const listen = (port: number) =>
    new Promise<void>((done, failed) => {
      server.once("error", failed);
      server.listen(port, "127.0.0.1", done);
    });
  const cut = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      open.forEach((socket) => socket.resetAndDestroy());
    });
  await listen(0);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { port, cut, mend: () => listen(port), close: cut };
}
