import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../chaos/app/free-port.ts";

/** Whether this machine has Prometheus (Debian: the package prometheus). */
export function hasPrometheus(): boolean {
  try {
    execFileSync("prometheus", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    // Not there, or not to be run.
    return false;
  }
}

export interface RunningPrometheus {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A Prometheus of its own, which looks every second at a page of figures. */
export async function startPrometheus(page: string): Promise<RunningPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), "prometheus-"));
  const target = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(page);
  });
  const targetPort = await listen(target);
  const [job, file] = [`{job_name: shop, static_configs: [{targets: ["127.0.0.1:${targetPort}"]}]}`, "prometheus.yml"];
  writeFileSync(join(folder, file), `global: {scrape_interval: 1s}\nscrape_configs: [${job}]\n`);
  // It tells nobody which one it took by itself.
  const port = await freePort();
  const place = ["--config.file", join(folder, file), "--storage.tsdb.path", join(folder, "data")];
  const options = [...place, "--web.listen-address", `127.0.0.1:${port}`, "--log.level", "error"];
  const child = spawn("prometheus", options, { stdio: "ignore" });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill();
    await ended;
    target.closeAllConnections();
    target.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
