import { kill, platform } from "node:process";
import { execa } from "execa";
import type { ProcessGuard } from "./process-guard.ts";

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

/** When a program must end early, and who hears it. */
export interface ProgramLimits {
  /** Seconds; absent = no limit. */
  readonly timeout?: number | undefined;
  readonly signal: AbortSignal;
  readonly guard: ProcessGuard;
  /** Takes its output, piece by piece: the next one is not read before this returns. */
  readonly onOutput: (piece: Uint8Array, stream: "stdout" | "stderr") => void;
}

/** How a program ended. */
export type ProgramEnd =
  | { readonly status: "exited"; readonly code: number }
  | { readonly status: "killed"; readonly by: string }
  /** It could not be started. */
  | { readonly status: "refused"; readonly reason: string }
  | { readonly status: "timeout" | "cancelled" };

/**
 * Runs a program in a process group of its own. When it ends, by itself or not, so does everything in the group: nothing
 * is left behind. Never rejects.
 */
export async function runProgram(
  { command: [file, ...words], folder, environment }: ProgramStart,
  { timeout = Infinity, signal, guard, onOutput }: ProgramLimits,
): Promise<ProgramEnd> {
  if (signal.aborted) return { status: "cancelled" };
  const child = execa(file, words, {
    cwd: folder,
    env: environment,
    extendEnv: false,
    detached: true,
    cleanup: false,
    buffer: false,
    reject: false,
    stdin: "ignore",
    windowsHide: true,
  });
  const { pid } = child;
  if (pid !== undefined) guard.add(pid);
  child.stdout.on("data", (piece: Uint8Array) => onOutput(piece, "stdout"));
  child.stderr.on("data", (piece: Uint8Array) => onOutput(piece, "stderr"));
  let early: "timeout" | "cancelled" | undefined;
  let grace: NodeJS.Timeout | undefined;
  const end = (why: "timeout" | "cancelled"): void => {
    if (early) return;
    early = why;
    signalGroup(pid, "SIGTERM");
    grace = setTimeout(() => signalGroup(pid, "SIGKILL"), GRACE_MS);
  };
  const cancel = (): void => end("cancelled");
  const timer = setTimeout(() => end("timeout"), Math.min(timeout * 1000, LONGEST_MS));
  signal.addEventListener("abort", cancel);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  await exited;
  clearTimeout(timer);
  clearTimeout(grace);
  signal.removeEventListener("abort", cancel);
  signalGroup(pid, "SIGKILL");
  if (pid !== undefined) guard.remove(pid);
  const closing = setTimeout(() => {
    child.stdout.destroy();
    child.stderr.destroy();
  }, OUTPUT_MS);
  const { exitCode, signal: by, code, originalMessage = "" } = await child;
  clearTimeout(closing);
  if (early) return { status: early };
  if (pid === undefined) return { status: "refused", reason: code ?? originalMessage };
  return exitCode === undefined
    ? { status: "killed", by: by ?? "a signal" }
    : { status: "exited", code: exitCode };
}

/** A group of which nothing is left is no error. */
function signalGroup(group: number | undefined, signal: NodeJS.Signals): void {
  if (group === undefined) return;
  try {
    kill(platform === "win32" ? group : -group, signal);
  } catch {
    // gone
  }
}
