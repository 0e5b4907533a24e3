import { GridientError } from "../../errors.ts";

/** Returns what the user is told of an error that is no bug: one of ours, or the system's refusal. */
export function errorText(error: Error): string {
  if (!(error instanceof GridientError))
    return `error: Cannot go on as the system must allow it: ${error.message}\n${limitHint(error)}`;
  return `error: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ""}${limitHint(error.cause)}`;
}

function limitHint(error: unknown): string {
  const isLimit =
    error instanceof Error && "code" in error && (error.code === "EMFILE" || error.code === "ENFILE");
  return isLimit ? "  Raise the limit of open files: ulimit -n 1024\n" : "";
}
