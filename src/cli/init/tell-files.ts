import type { ExistingFile } from "./existing-file.ts";
import { formFile } from "./existing-file.ts";
import type { PlannedFile } from "./plan-file.ts";

/** For a dry run: each file with its text, and what would be left alone. */
export function tellPlanned(planned: readonly PlannedFile[], answer: "overwrite" | "ask"): string {
  return planned
    .map((file) => {
      switch (file.kind) {
        case "new":
          return `Would write ${file.path}:\n\n${indent(file.text)}\n`;
        case "same":
          return `${file.path} is there already, word for word.\n`;
        case "other":
          return answer === "overwrite"
            ? `Would overwrite ${file.path}:\n\n${indent(file.text)}\n`
            : `Would ask before overwriting ${file.path}:\n\n${indent(file.text)}\n`;
        case "respected":
          return tellRespected(file.wanted, file.existing);
      }
    })
    .join("");
}

/** What was done. */
export function tellDone(planned: readonly PlannedFile[], overwritten: ReadonlySet<string>): string {
  return planned
    .map((file) => {
      switch (file.kind) {
        case "new":
          return `Wrote ${file.path}\n`;
        case "same":
          return `${file.path} is there already, word for word.\n`;
        case "other":
          return overwritten.has(file.path)
            ? `Overwrote ${file.path}\n`
            : `Left ${file.path} alone: it is there already. --overwrite replaces it.\n`;
        case "respected":
          return tellRespected(file.wanted, file.existing);
      }
    })
    .join("");
}

function tellRespected(wanted: string, { path, what }: ExistingFile): string {
  return `No ${wanted}: ${path} is ${what}.\n`;
}

/** What is left to do, where anything was written. */
export function tellNext(planned: readonly PlannedFile[], overwritten: ReadonlySet<string>): string {
  const written = planned.filter((file) => {
    return file.kind === "new" || (file.kind === "other" && overwritten.has(file.path));
  });
  if (written.length === 0) return "";
  const form = written.some((file) => file.kind === "new" && file.path.endsWith(formFile));
  return `\nRead them, make them yours, and bring them to the default branch: there they count.\n${form ? ofForm : ""}`;
}

const ofForm = `GitHub gives an issue the form's label \`problem\` only once the repository has a label of that name.
Once a repository has an issue form of its own, those of its owner's .github repository are no longer offered in it.
`;

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
