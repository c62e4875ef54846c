import { lockFolder } from "../../src/queue/folder-lock.ts";

/** A process that takes the folder and holds it until it is killed; or says why it could not. */
const [folder = ""] = process.argv.slice(2);
try {
  lockFolder(folder);
  process.stdout.write("held\n");
  setInterval(() => {}, 1000);
} catch (error) {
  // What the test reads.
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
