import type { Write } from "../core/plan/write.ts";
import type { GitHubWriter } from "../sources/ports.ts";
import type { HandlerTools } from "./index.ts";

type Connect = HandlerTools["connect"];

/** Tells of every check run that was written, whichever job wrote it. */
export function countVerdicts(connect: Connect, onVerdict: (conclusion: string) => void): Connect {
  return async (installation, job) => {
    const connection = await connect(installation, job);
    return { ...connection, writer: counting(connection.writer, onVerdict) };
  };
}

function counting(writer: GitHubWriter, onVerdict: (conclusion: string) => void): GitHubWriter {
  return {
    apply: (thread, writes, observer) =>
      writer.apply(thread, writes, {
        before: async (write) => observer?.before(write),
        after: async (write, created) => {
          const conclusion = conclusionOf(write);
          if (conclusion !== null) onVerdict(conclusion);
          await observer?.after(write, created);
        },
      }),
  };
}

function conclusionOf(write: Write): string | null {
  if (write.kind === "start-check-run") return "in_progress";
  return write.kind === "create-check-run" || write.kind === "update-check-run" ? write.content.conclusion : null;
}
