import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { features, kill, pid } from "node:process";
import { sha256Of } from "./sha256-of.ts";

/** A process, so that others can find out whether it still runs. */
export interface ProcessName {
  /** Whose process numbers these are: containers may share a host name and still number their processes apart. */
  readonly machine: string;
  readonly pid: number;
  /** When it started, in ticks since the machine started: a number may be given again, both may not. Empty where unknown. */
  readonly started: string;
}

/** Names this process. */
export const THIS_PROCESS: ProcessName = { machine: machineName(), pid, started: startOf(pid) };

/** Whether this Node runs files in TypeScript. */
export const RUNS_TYPESCRIPT: boolean = "typescript" in features && features.typescript !== false;

/** Whether a process is certainly gone. Of another machine or container that is not known. */
export function hasEnded({ machine, pid, started }: ProcessName): boolean {
  if (machine !== THIS_PROCESS.machine) return false;
  return !isRunning(pid) || startOf(pid) !== started;
}

/** Itself counts, and so does a process that it may not signal. */
function isRunning(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Where there is no /proc, the host name alone. */
function machineName(): string {
  const boot = textOf(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  const namespace = textOf(() => readlinkSync("/proc/self/ns/pid"));
  return sha256Of(JSON.stringify([hostname(), boot, namespace])).slice(0, 8);
}

/** Field 22 of the process's status; its name, the second field, may hold blanks and parentheses. */
function startOf(pid: number): string {
  const status = textOf(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function textOf(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
