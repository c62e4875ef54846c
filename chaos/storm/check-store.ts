import type { Statements } from "../../src/queue/database.ts";
import type { Letter } from "./post-office.ts";
import { isAcknowledged, isFromPeople } from "./post-office.ts";

/** What the store should hold of a storm (I5): every delivery that GitHub heard a 2xx for, and nothing given up. */
export async function checkStore(statements: Statements, letters: readonly Letter[]): Promise<readonly string[]> {
  const acknowledged = letters.filter((letter) => isAcknowledged(letter) && isKept(letter));
  const lost = await findLost(statements, acknowledged);
  const dead = await statements.query("SELECT data::text AS data FROM pgboss.job WHERE name = 'dead-letters'");
  return [
    ...(lost.length === 0 ? [] : [`${lost.length} acknowledged deliveries are not in the store: ${lost.join(", ")}`]),
    ...dead.map(({ data }) => `A job was given up: ${String(data)}`),
  ];
}

async function findLost(statements: Statements, letters: readonly Letter[]): Promise<readonly string[]> {
  const rows = await statements.query("SELECT delivery_id FROM outcome.deliveries");
  const kept = new Set(rows.map((row) => row["delivery_id"]));
  return letters.map(({ delivery }) => delivery.guid).filter((guid) => !kept.has(guid));
}

/** Actions that say something about a pull request or a problem; of others nothing need be kept. */
const kept: Readonly<Record<string, readonly string[]>> = {
  pull_request: [
    "opened",
    "edited",
    "synchronize",
    "reopened",
    "closed",
    "labeled",
    "unlabeled",
    "ready_for_review",
    "converted_to_draft",
  ],
  issues: ["opened", "edited", "labeled", "unlabeled", "closed", "reopened"],
  issue_comment: ["created", "edited", "deleted"],
};

/** What the app did itself is not kept either, nor need talk be, nor what was written by bots. */
function isKept({ delivery }: Letter): boolean {
  const isTold = isFromPeople(delivery) && kept[delivery.event]?.includes(delivery.action ?? "") === true;
  return isTold && (delivery.event !== "issue_comment" || asks(delivery));
}

function asks({ payload }: Letter["delivery"]): boolean {
  const comment = JSON.stringify(payload["comment"]);
  return comment.toLowerCase().includes("/outcome") && !comment.includes('"type":"Bot"');
}
