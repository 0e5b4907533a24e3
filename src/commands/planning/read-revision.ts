import { fileAtRevision } from "../../files/file-at-revision.ts";
import { decodeText, MAX_BYTES, refuseSize, refuseText } from "../../spec/read-experiment.ts";
import type { ReadText } from "../../spec/read-experiment.ts";

/** Returns a function that reads files as they are at a revision of their git repository: a branch, tag or commit. */
export function readRevision(revision: string): ReadText {
  return (file) => {
    const shown = fileAtRevision(file, revision, MAX_BYTES);
    switch (shown.status) {
      case "found":
        return decodeText(shown.bytes);
      case "absent":
        return refuseText("file-not-found", {
          rule: `it must be a file at ${revision}`,
          found: "none",
          hint: "Check the path",
        });
      case "tooLarge":
        return refuseSize("more found");
      case "noRevision":
        return refuseText("file-not-found", {
          rule: "its revision must exist",
          found: shown.reason,
          hint: "Give two files, or a revision and a file",
        });
      case "noGit":
        return refuseText("unreadable-file", { rule: "git must run", found: shown.reason });
      default:
        return shown satisfies never;
    }
  };
}

/** Returns whether a revision that exists does not have a file. */
export function isAbsentAt(file: string, revision: string): boolean {
  return fileAtRevision(file, revision, MAX_BYTES).status === "absent";
}
