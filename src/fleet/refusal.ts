import { GridientError } from "../errors.ts";

/** Refusals of Redis by the first word of their message, and what to do about them. */
const HINTS: Readonly<Record<string, string>> = {
  READONLY: "This server is a replica: use its primary with --redis",
  OOM: "Its memory is full: raise maxmemory, or remove sweeps from the queue (gridient cancel)",
  NOPERM: "Its user must be allowed every command on keys that begin with gridient: (~gridient:* +@all)",
  MISCONF: "It cannot write its file: read its log",
  WRONGTYPE:
    "Something else uses keys that begin with gridient: remove them, or use another database (redis://HOST/1)",
};

/** Returns whether Redis refused a command; all other errors concern the connection, which is restored. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === "ReplyError";
}

/** Returns a refusal of Redis as an error of ours. */
export function refusalError(cause: Error): GridientError {
  const hint = HINTS[cause.message.split(" ", 1)[0]!] ?? "Run the same command again when it accepts it";
  return new GridientError("E_FLEET", `Redis refuses what the fleet needs: ${cause.message}`, {
    cause,
    hint,
  });
}

/** Returns an error for the user: a refusal of Redis as ours, any other unchanged. */
export function asFleetError(error: unknown): unknown {
  return isRefusal(error) ? refusalError(error) : error;
}
