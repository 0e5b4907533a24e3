import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { THIS_PROCESS, type ProcessName } from "../../files/this-process.ts";
import { largestOf } from "../../math/extremes.ts";

/** Names a log: its number, the process that writes it, and a random part. Sorted by name, later logs come later. */
const NAME = /^(\d{8})-([0-9a-f]{8})-(\d+)-(\d*)-[0-9a-f]{8}\.jsonl$/;

/** What the name of a log says. */
export interface LogFacts {
  readonly name: string;
  readonly number: number;
  readonly writer: ProcessName;
}

/** Returns the name of a new log of this process, which comes after all others of its folder. */
export function newLogName(folder: string): string {
  const number = 1 + Math.max(0, largestOf(logsIn(folder).map((log) => log.number)));
  const { machine, pid, started } = THIS_PROCESS;
  return `${[String(number).padStart(8, "0"), machine, pid, started, randomUUID().slice(0, 8)].join("-")}.jsonl`;
}

/** Returns what a name says; undefined if it is not the name of a log. */
export function logFacts(name: string): LogFacts | undefined {
  const [, number, machine, pid, started] = NAME.exec(name) ?? [];
  if (number === undefined || machine === undefined || started === undefined) return undefined;
  return { name, number: Number(number), writer: { machine, pid: Number(pid), started } };
}

/** Returns the logs of a folder, the last one last; none where it cannot be read. */
export function logsIn(folder: string): LogFacts[] {
  try {
    const names = readdirSync(folder).toSorted();
    return names.flatMap((name) => logFacts(name) ?? []);
  } catch {
    return [];
  }
}
