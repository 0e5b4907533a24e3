import { GridientError } from "../errors.ts";

/** What Redis says no with, by the first word of its message, and what to do about it. */
const HINTS: Readonly<Record<string, string>> = {
  READONLY: "It is a replica: name its primary with --redis",
  OOM: "Its memory is full: raise maxmemory, or take sweeps out of the queue (gridient cancel)",
  NOPERM: "Its user must be allowed every command on keys that begin with gridient: (~gridient:* +@all)",
  MISCONF: "It cannot write its file: see its log",
  WRONGTYPE:
    "Something else uses keys that begin with gridient: remove them, or use another database (redis://HOST/1)",
};

/** Whether Redis was reached and said no; any other error of a command is one of the connection, which is made again. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === "ReplyError";
}

/** Returns what Redis said as an error of ours. */
export function refusalError(cause: Error): GridientError {
  const hint = HINTS[cause.message.split(" ", 1)[0]!] ?? "The same command goes on once it does";
  return new GridientError("E_FLEET", `Redis refuses what the fleet needs: ${cause.message}`, {
    cause,
    hint,
  });
}

/** Returns what an error is told as: one of Redis as ours, any other as it is. */
export function asFleetError(error: unknown): unknown {
  return isRefusal(error) ? refusalError(error) : error;
}
