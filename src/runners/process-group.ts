import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { kill, platform } from "node:process";
import type { Readable } from "node:stream";

/** Between asking a process group to end, and ending it. */
const GRACE_MS = 2000;
/** How long output may be open after the end: a process that has left its group may hold it. */
const OUTPUT_MS = 1000;
/** The longest delay that a timer takes. */
const LONGEST_MS = 2147483647;

/** A program to run: no shell reads its arguments. */
export interface ProgramStart {
  readonly command: readonly [string, ...string[]];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Where a program prints. */
export type OutputStream = "stdout" | "stderr";

/** When a program must end early, and what takes its output. */
export interface ProgramLimits {
  /** Seconds; absent = no limit. */
  readonly timeout?: number | undefined;
  readonly signal: AbortSignal;
  /** Takes a piece of its output. Nothing more of the stream is read before the promise, if there is one, is fulfilled. */
  readonly onOutput: (piece: Uint8Array, stream: OutputStream) => Promise<void> | undefined;
}

/** How a program ended. */
export type ProgramEnd =
  | { readonly status: "exited"; readonly code: number }
  | { readonly status: "killed"; readonly by: string }
  /** It could not be started. */
  | { readonly status: "refused"; readonly reason: string }
  | { readonly status: "timeout" | "cancelled" };

/** A program that has been started. Its promises never reject. */
export interface RunningProgram {
  /** Its process group; absent where it could not be started. */
  readonly group?: number;
  /** Fulfilled when nothing of its group is left; what it printed may still be on the way. */
  readonly gone: Promise<void>;
  /** Fulfilled when what it printed has been taken, too. */
  readonly ended: Promise<ProgramEnd>;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

/**
 * Starts a program in a process group of its own. When it ends, by itself or not, so does everything in the group: nothing
 * is left behind.
 */
export function startProgram(start: ProgramStart, limits: ProgramLimits): RunningProgram {
  const [file, ...words] = start.command;
  try {
    const child = spawn(file, words, {
      cwd: start.folder,
      env: start.environment,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    if (child.pid !== undefined) return watch(child, child.pid, limits);
    return refused(once(child, "error"));
  } catch (error) {
    return refused(Promise.resolve([error])); // for instance, an argument with a zero byte
  }
}

function refused(errors: Promise<unknown[]>): RunningProgram {
  const gone = async (): Promise<void> => void (await errors);
  const ended = async (): Promise<ProgramEnd> => ({ status: "refused", reason: reasonOf((await errors)[0]) });
  return { gone: gone(), ended: ended() };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}

function watch(child: Child, group: number, { timeout, signal, onOutput }: ProgramLimits): RunningProgram {
  const drained = drain(child, onOutput);
  const { hasEnded, early } = endEarly(group, timeout, signal);
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => {
      hasEnded();
      signalGroup(group, "SIGKILL");
      resolve();
    });
  });
  const ended = gone.then(drained).then((): ProgramEnd => {
    const { exitCode, signalCode } = child;
    const status = early();
    if (status) return { status };
    return exitCode === null
      ? { status: "killed", by: signalCode ?? "a signal" }
      : { status: "exited", code: exitCode };
  });
  return { group, gone, ended };
}

/** Passes output on. Returns what waits, once the program has ended, for the end of its output. */
function drain(child: Child, onOutput: ProgramLimits["onOutput"]): () => Promise<void> {
  let [pieces, untaken] = [0, 0];
  const wait = async (taken: Promise<void>, stream: Readable): Promise<void> => {
    untaken += 1;
    stream.pause();
    await taken;
    untaken -= 1;
    stream.resume();
  };
  for (const name of ["stdout", "stderr"] as const) {
    const stream = child[name];
    stream.on("data", (piece: Uint8Array) => {
      pieces += 1;
      const taken = onOutput(piece, name);
      if (taken) void wait(taken, stream);
    });
  }
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return async () => {
    // On a busy machine this process may not have read for longer than that: it reads between a timer and what
    // follows at once.
    const timer = setInterval(() => {
      const before = pieces;
      setImmediate(() => {
        if (untaken > 0 || pieces > before) return;
        child.stdout.destroy();
        child.stderr.destroy();
      });
    }, OUTPUT_MS);
    await closed;
    clearInterval(timer);
  };
}

/** Ends a group that takes too long or is cancelled: at first it is asked to end. */
function endEarly(
  group: number,
  timeout = Infinity,
  signal: AbortSignal,
): { hasEnded: () => void; early: () => "timeout" | "cancelled" | undefined } {
  let early: "timeout" | "cancelled" | undefined;
  let grace: NodeJS.Timeout | undefined;
  const end = (why: "timeout" | "cancelled"): void => {
    if (early) return;
    early = why;
    signalGroup(group, "SIGTERM");
    grace = setTimeout(() => signalGroup(group, "SIGKILL"), GRACE_MS);
  };
  const cancel = (): void => end("cancelled");
  const timer = setTimeout(() => end("timeout"), Math.min(timeout * 1000, LONGEST_MS));
  signal.addEventListener("abort", cancel);
  const hasEnded = (): void => {
    clearTimeout(timer);
    clearTimeout(grace);
    signal.removeEventListener("abort", cancel);
  };
  return { hasEnded, early: () => early };
}

/** A group of which nothing is left is no error. */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    kill(platform === "win32" ? group : -group, signal);
  } catch {
    // gone
  }
}
