import { createColors } from "picocolors";
import type { Ask } from "./terminal.ts";

/** Exit code if trials failed or the system refused. */
export const FAULT = 1;
/** Exit code if the input was bad: nothing was changed. */
export const BAD_INPUT = 2;
/** Exit code if Ctrl-C ended the command. */
export const CANCELLED = 130;

/** Characters in a line of a log. */
export const LOG_WIDTH = 100;

/** A stream for text, and what is known about its screen. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number | undefined;
  /** The stream that is guarded. */
  readonly unguarded?: Output;
}

/** Everything that a command may use besides files. It is passed in, so that tests can replace it. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds from some fixed point. */
  readonly now: () => number;
  /** Calls back at Ctrl-C, until the returned function is called. */
  readonly onInterrupt: (listener: () => void) => () => void;
  /** Asks on the terminal; absent where there is none. */
  readonly ask?: Ask | undefined;
  /** Progress is not shown. */
  readonly isQuiet?: boolean;
  /** Where problems go as JSON; absent = stdout. */
  readonly problems?: Output;
}

/** Returns surroundings of a command in which it prints only problems. */
export function quietIo(io: Io): Io {
  return { ...io, stdout: { write: () => undefined }, problems: io.problems ?? io.stdout, isQuiet: true };
}

/** Returns whether a runner of GitHub's workflows reads the output. */
export function isWorkflow({ env }: Pick<Io, "env">): boolean {
  return env["GITHUB_ACTIONS"] === "true";
}

/** Writes a command for a terminal or a workflow's runner: only our own text, never text that was read. */
export function sendCommand(output: Output, sequence: string): void {
  (output.unguarded ?? output).write(sequence);
}

/** Colours for one stream. */
export type Paint = ReturnType<typeof createColors>;

/** Returns colours for a terminal, and functions that change nothing for pipes, files and NO_COLOR. */
export function paintFor(output: Output, env: Io["env"]): Paint {
  return createColors(output.isTTY === true && !env["NO_COLOR"]);
}
