import { GridientError } from "../../errors.ts";

/** Returns the message of an error that is not a bug: one of ours, or one of the system. */
export function errorText(error: Error): string {
  if (!(error instanceof GridientError))
    return `error: The system reported an error: ${error.message}\n${limitHint(error)}`;
  return `error: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ""}${limitHint(error.cause)}`;
}

/** Returns that a file cannot be read, as a message. */
export function unreadableText(file: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ENOENT" ? `File not found: ${file}` : `Cannot read ${JSON.stringify(file)}: ${message}`;
}

function limitHint(error: unknown): string {
  const isLimit =
    error instanceof Error && "code" in error && (error.code === "EMFILE" || error.code === "ENFILE");
  return isLimit ? "  Raise the limit of open files: ulimit -n 1024\n" : "";
}
