import type { ErrorCode } from "../../errors.ts";
import type { ProgramEnd } from "../../runners/process-group.ts";
import { clipText } from "../../text/clip-text.ts";
import { visibleText } from "../../text/visible-text.ts";
import type { FailedTrial } from "../../training/outcome.ts";

/** Only the end of what a failed program printed is shown. */
const SHOWN_LINES = 10;
const SHOWN_CHARACTERS = 300;
/** Colours and other sequences that steer a terminal. */
// oxlint-disable-next-line no-control-regex -- the pattern looks for control characters
const ESCAPES = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

/** What is known of a program that has ended. */
interface Ended {
  readonly command: readonly string[];
  readonly timeout: number | undefined;
  /** What it printed. */
  readonly log: string;
}

/** Returns why the end of a program is a failure; undefined where it exited with code 0. */
export function endFault(end: ProgramEnd, { command, timeout, log }: Ended): FailedTrial | undefined {
  const name = visibleText(command[0] ?? "");
  switch (end.status) {
    case "exited":
      return end.code === 0 ? undefined : programFault(`${name} exited with code ${end.code}`, log);
    case "killed":
      return programFault(`${name} was ended by ${end.by}`, log);
    case "refused":
      return programFault(refusalText(name, end.reason), "");
    case "timeout": {
      const message = `${name} ran longer than ${timeout} s, the limit of run.timeout${lastLines(log)}`;
      return { status: "timeout", failure: { code: "E_TIMEOUT", message } };
    }
    case "cancelled":
      return { status: "cancelled", failure: { code: "E_CANCELLED", message: "Cancelled" } };
    default:
      return end satisfies never;
  }
}

/** Returns a failure of a program, with the end of what it printed. */
export function programFault(message: string, log: string): FailedTrial {
  const code: ErrorCode = "E_PROGRAM";
  return { status: "failed", failure: { code, message: `${message}${lastLines(log)}` } };
}

function refusalText(name: string, reason: string): string {
  if (reason === "ENOENT") return `Command not found: ${name}`;
  if (reason === "EACCES") return `${name} must be executable (it is not)`;
  return `${name} cannot be started: ${reason}`;
}

function lastLines(log: string): string {
  const lines = log
    .replaceAll(ESCAPES, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const shown = lines
    .slice(-SHOWN_LINES)
    .map((line) => `\n  | ${clipText(visibleText(line), SHOWN_CHARACTERS)}`);
  return shown.join("");
}
