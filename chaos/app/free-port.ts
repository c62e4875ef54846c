import { createServer } from "node:net";

/** Below what systems give to outgoing connections (Linux: 32768 and above): one of those could take it before its process is back. */
const [first, count] = [20_000, 12_000];

/** A port that nobody listens on now: a process that is started again must come back to the same one. */
export async function freePort(): Promise<number> {
  const port = first + Math.floor(Math.random() * count);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => ("code" in error && error.code === "EADDRINUSE" ? resolve(false) : reject(error)));
    // On all addresses, as the app listens.
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
