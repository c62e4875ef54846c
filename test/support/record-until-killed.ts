import { setTimeout as delay } from "node:timers/promises";
import { openEmbeddedDatabase } from "../../src/queue/pglite.ts";
import { openQueue } from "../../src/queue/queue.ts";
import { delivery, reconcile } from "./queue.ts";
import { silentLogger } from "./silent-logger.ts";

const [folder = "", work] = process.argv.slice(2);
const database = await openEmbeddedDatabase(folder);
const queue = await openQueue({ database, logger: silentLogger });
// These never end: they are what the killed process leaves active.
if (work === "half") await queue.work(() => new Promise(() => {}));

for (let number = 1; number <= 100; number += 1) {
  await queue.record(delivery(String(number)), [reconcile(number)]);
  process.stdout.write(`recorded ${number}\n`);
}
if (work === "half") await untilActive(8);
process.stdout.write("ready\n");
setInterval(() => {}, 1000);

async function untilActive(count: number): Promise<void> {
  while ((await queue.counts()).active < count) await delay(5);
}
