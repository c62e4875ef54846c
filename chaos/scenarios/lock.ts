import { appVariables } from "../app/app-variables.ts";
import { simulate } from "../app/simulate.ts";
import type { NodeProcess } from "../app/start-node.ts";
import { startNode } from "../app/start-node.ts";
import { inTemporaryFolder } from "../app/temporary-folder.ts";
import type { Outcome, Scenario } from "../scenario.ts";

const TIMES = { full: 100, quick: 8 } as const;
/** As many as this at once: each loads the whole app before it may refuse. */
const AT_ONCE = 4;

/** One folder, one process; and a killed one leaves nothing behind that would have to be removed by hand. */
export const lock: Scenario = {
  name: "lock",
  about: "a second process on one folder is refused each time, and after kill -9 the next one starts each time",
  run: ({ size }) => inTemporaryFolder((folder) => tryLock(folder, TIMES[size])),
};

async function tryLock(folder: string, times: number): Promise<Outcome> {
  const { github, api } = await simulate();
  const variables = { ...appVariables(github, { apiUrl: api.url, port: 0 }), DATA_DIR: folder };
  const start = () => startNode("src/main.ts", { variables });
  const refused = await countRefusals(start, times);
  const started = await countStarts(start, times);
  await api.close();
  return {
    figures: [`refused beside a running one: ${refused} of ${times}`, `started after kill -9: ${started} of ${times}`],
    violations: [
      ...(refused === times ? [] : [`${times - refused} second processes were not refused with the sentence`]),
      ...(started === times ? [] : [`${times - started} starts after kill -9 failed`]),
    ],
  };
}

async function countRefusals(start: () => NodeProcess, times: number): Promise<number> {
  const holder = start();
  await listening(holder);
  let refused = 0;
  for (let tried = 0; tried < times; tried += AT_ONCE) {
    const ended = await Promise.all(Array.from({ length: AT_ONCE }, () => start().ended));
    refused += ended.filter(({ code, said }) => code === 1 && said.includes("is already open in process")).length;
  }
  await kill(holder);
  return refused;
}

async function countStarts(start: () => NodeProcess, times: number): Promise<number> {
  let started = 0;
  for (let tried = 0; tried < times; tried += 1) {
    const app = start();
    started += await listening(app).then(
      () => 1,
      () => 0, // It ended instead: that is what is counted.
    );
    await kill(app);
  }
  return started;
}

function listening(app: NodeProcess): Promise<string> {
  return app.prints(/listens at (\S+)\n/);
}

async function kill(app: NodeProcess): Promise<void> {
  app.signal("SIGKILL");
  await app.ended;
}
