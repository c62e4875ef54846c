import { reasonOf, startPglite } from "./start-pglite.ts";

/** The program that `makeStoreApart` runs: makes an empty store in the folder that it is given, and ends. */
async function main(folder: string): Promise<void> {
  await (await startPglite(folder)).close();
}

try {
  await main(process.argv[2] ?? "");
} catch (error) {
  // Its caller takes what is written here for the reason.
  process.stderr.write(reasonOf(error));
  process.exitCode = 1;
}
