import { fileAtRevision } from "../../files/file-at-revision.ts";
import { decodeText, MAX_BYTES, refuseSize } from "../../spec/read-experiment.ts";
import type { ReadText } from "../../spec/read-experiment.ts";
import { statement } from "../../statement.ts";

/** Returns a function that reads files as they are at a revision of their git repository: a branch, tag or commit. */
export function readRevision(revision: string): ReadText {
  return (file) => {
    const shown = fileAtRevision(file, revision, MAX_BYTES);
    switch (shown.status) {
      case "found":
        return decodeText(shown.bytes);
      case "absent":
        return statement(
          "file-not-found",
          `File not found at ${revision}: ${file}`,
          "Name a file that this revision has, or another revision",
        );
      case "tooLarge":
        return refuseSize("more");
      case "noRevision":
        return statement(
          "file-not-found",
          `Revision not found: ${shown.reason}`,
          "Give two files, or a revision and a file",
        );
      case "noGit":
        return statement("unreadable-file", `Cannot run git: ${shown.reason}`);
      default:
        return shown satisfies never;
    }
  };
}

/** Returns whether a revision that exists does not have a file. */
export function isAbsentAt(file: string, revision: string): boolean {
  return fileAtRevision(file, revision, MAX_BYTES).status === "absent";
}
