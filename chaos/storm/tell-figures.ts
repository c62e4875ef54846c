import { ownComments } from "./check-answers.ts";
import { ownRuns } from "./check-traces.ts";
import type { Letter } from "./post-office.ts";
import { isAcknowledged } from "./post-office.ts";
import { hasStickyMarker } from "../../src/core/report/marker.ts";
import { isDeleted, isEdited } from "./remark.ts";
import type { Stage } from "./stage.ts";
import type { Storm } from "./storm.ts";

interface Times {
  readonly raged: number;
  readonly calmed: number | null;
  readonly wentOn: number | null;
}

/** What happened, a line each. */
export function tellFigures(storm: Storm, { raged, calmed, wentOn }: Times): readonly string[] {
  const { plan, office, weather, stage, simulation } = storm;
  const { requests, webhooks } = simulation.github;
  const failedStarts = storm.replicas.reduce((sum, replica) => sum + replica.failedStarts.length, 0);
  const seconds = Math.round(raged / 1000);
  const changes = stage.shops.flatMap((shop) => shop.changes);
  const comments = changes.flatMap(({ pullRequest }) => pullRequest.comments).length;
  const heads = new Set(ownRuns(stage).map(({ suite }) => `${suite.repository.id} ${suite.headSha}`));
  return [
    `${office.count()} deliveries over ${changes.length} pull requests in ${seconds} s (${webhooks.deliveries.length} with the app's own and redeliveries)`,
    `fates: ${tellFates(office.letters)}; ${tellAcknowledged(office.letters)}`,
    `${plan.kills} times kill -9 over ${plan.replicas} replicas, ${plan.cuts} times all connections to the database cut; ${failedStarts} starts failed`,
    `failures, ${weather.tell()}`,
    `${requests.of("write").length} writes, ${requests.of("read").length} reads; ${comments} comments; ${ownRuns(stage).length} check runs for ${heads.size} commits`,
    tellRemarks(stage),
    calmed === null
      ? "not everything became right"
      : `everything was right ${tell(calmed)} after the faults had stopped`,
    ...(wentOn === null ? [] : [`and what people did then was shown within ${tell(wentOn)}`]),
  ];
}

function tellRemarks(stage: Stage): string {
  const changes = stage.shops.flatMap((shop) => shop.changes);
  const problems = stage.shops.flatMap((shop) => shop.problems);
  const remarks = [...changes, ...problems].flatMap((one) => one.remarks);
  const commands = remarks.filter(({ saying }) => saying.asks !== "no command").length;
  const threads = [...changes.map(({ pullRequest }) => pullRequest), ...problems.map(({ issue }) => issue)];
  const answers = threads.flatMap((one) => ownComments(stage, one)).filter(({ body }) => !hasStickyMarker(body)).length;
  const [edited, deleted] = [remarks.filter(isEdited).length, remarks.filter(isDeleted).length];
  return `${remarks.length} comments of people, ${commands} with commands, ${edited} edited, ${deleted} deleted; ${answers} answers in words`;
}

function tell(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

function tellFates(letters: readonly Letter[]): string {
  const counts = Map.groupBy(letters, ({ fate }) => fate.kind);
  return [...counts].map(([kind, each]) => `${kind} ${each.length}`).join(", ");
}

function tellAcknowledged(letters: readonly Letter[]): string {
  const again = letters.filter(({ redeliveries }) => redeliveries.length > 0).length;
  const never = letters.filter((letter) => !isAcknowledged(letter)).length;
  return `asked for again by the app ${again}, never acknowledged ${never}`;
}
