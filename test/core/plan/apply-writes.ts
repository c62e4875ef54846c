import type { Observed, ObservedCheckRun, ObservedComment } from "../../../src/core/facts/observed.ts";
import type { CheckRunContent } from "../../../src/core/report/check-run.ts";
import type { Write } from "../../../src/core/plan/write.ts";

/** What GitHub shows once the writes are done, line ends and all. */
export function applyWrites(observed: Observed, writes: readonly Write[]): Observed {
  return writes.reduce(applyWrite, observed);
}

function applyWrite(observed: Observed, write: Write): Observed {
  const { comment, labels } = observed;
  switch (write.kind) {
    case "create-check-run":
      return { ...observed, checkRun: shown(500, write.content) };
    case "start-check-run":
      throw new Error("No thread has a run that is not completed.");
    case "update-check-run":
      return { ...observed, checkRun: updated(observed.checkRun, shown(write.id, write.content)) };
    case "create-comment":
      if (comment.kind !== "none") throw new Error("There is a comment already.");
      return {
        ...observed,
        comment: { kind: "present", id: 901, nodeId: "IC_901", body: asGitHub(write.body), hidden: "no", twins: [] },
      };
    case "update-comment":
      return { ...observed, comment: { ...own(comment, write.id), body: asGitHub(write.body) } };
    case "minimise-comment":
      return { ...observed, comment: { ...own(comment, write.id), hidden: "by-us" } };
    case "restore-comment":
      return { ...observed, comment: { ...own(comment, write.id), hidden: "no" } };
    case "delete-comment": {
      const present = own(comment, null);
      return { ...observed, comment: { ...present, twins: present.twins.filter((id) => id !== write.id) } };
    }
    case "add-reaction":
      throw new Error("No plan reacts.");
    case "create-label":
      return { ...observed, labels: { ...labels, inRepository: [...labels.inRepository, write.label.name] } };
    case "rename-label":
      throw new Error("No plan renames.");
    case "add-label":
      if (!labels.inRepository.some((name) => name.toLowerCase() === write.name.toLowerCase()))
        throw new Error("No such label.");
      return { ...observed, labels: { ...labels, onThread: [...labels.onThread, write.name] } };
    case "remove-label":
      return { ...observed, labels: { ...labels, onThread: labels.onThread.filter((name) => name !== write.name) } };
  }
}

function shown(
  id: number,
  content: Omit<CheckRunContent, "conclusion"> & { readonly conclusion: string },
): ObservedCheckRun {
  return { id, completed: true, ...content, summary: asGitHub(content.summary), text: asGitHub(content.text) };
}

/** GitHub takes no annotation off a run. */
function updated(before: ObservedCheckRun | null, run: ObservedCheckRun): ObservedCheckRun {
  const annotations = [...(before?.annotations ?? []), ...(run.annotations ?? [])];
  return annotations.length === 0 ? run : { ...run, annotations };
}

function own(comment: ObservedComment, id: number | null): ObservedComment & { kind: "present" } {
  if (comment.kind !== "present" || (id !== null && id !== comment.id)) throw new Error("That comment is not ours.");
  return comment;
}

/** GitHub hands texts back with its own line ends and without white space at the end. */
function asGitHub(text: string): string {
  return text.trimEnd().replaceAll("\n", "\r\n");
}
