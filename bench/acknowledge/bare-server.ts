import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { systemClock } from "pg-boss";
import { z } from "zod";
import { openEmbeddedDatabase } from "../../src/queue/pglite.ts";
import { openPostgres } from "../../src/queue/postgres.ts";
import { openQueue } from "../../src/queue/queue.ts";

// The least that acknowledges a delivery durably: verify it, then the rows that the app writes too, in one transaction.

const environment = z.object({
  WEBHOOK_SECRET: z.string(),
  DATA_DIR: z.string().default(""),
  DATABASE_URL: z.string().optional(),
});
const { WEBHOOK_SECRET: secret, DATA_DIR: folder, DATABASE_URL: url } = environment.parse(process.env);
const database =
  url === undefined ? await openEmbeddedDatabase(folder) : await openPostgres(url, { logError: () => {} });
// Makes the queue's tables; nothing works on it here.
await openQueue({ database, logger: { info() {}, warn() {}, error() {} }, clock: systemClock });

const shape = z.object({
  installation: z.object({ id: z.number() }),
  repository: z.object({ id: z.number() }),
  pull_request: z.object({ number: z.number() }),
});

const server = createServer((request, response) => {
  void accept(request).then((status) => response.writeHead(status).end());
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`listens at http://127.0.0.1:${typeof address === "object" ? address?.port : 0}\n`);
});
process.once("SIGTERM", () => process.exit(0));

async function accept(request: IncomingMessage): Promise<number> {
  const body = await text(request);
  const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(body).digest("hex")}`);
  const given = Buffer.from(String(request.headers["x-hub-signature-256"]));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 401;
  const { installation, repository, pull_request: pullRequest } = shape.parse(JSON.parse(body));
  const key = `reconcile-pull-request installation=${installation.id} number=${pullRequest.number} repository=${repository.id}`;
  const digest = createHash("sha256").update(body).digest("hex");
  await database.transaction(async (statements) => {
    await statements.query(
      `INSERT INTO outcome.deliveries (hook_id, delivery_id, event, body_digest, received_at) VALUES ('bare', $1, $2, $3, now())`,
      [String(request.headers["x-github-delivery"]), String(request.headers["x-github-event"]), digest],
    );
    await statements.query(
      `INSERT INTO pgboss.job (name, policy, singleton_key, group_id, priority, data) VALUES ('jobs', 'stately', $1, $2, 1020, $3::text::jsonb)
       ON CONFLICT DO NOTHING`,
      [key, String(installation.id), JSON.stringify({ kind: "reconcile-pull-request", key })],
    );
  });
  return 202;
}
