/**
 * How training into the store, listing, cleaning, checking, reading and table building grow from 10,000 to 100,000 records,
 * each of a trial that was trained for it: CPU time and highest memory of each command.
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { timeGridient } from "./commands.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { tableText } from "./table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const FILE = "experiments/many.yaml";
const LIMIT = ["--limit", 100_000];
const REPLICATES = 10;
const SWEEP = ["sweep", FILE, ...LIMIT];
const COMMANDS = {
  "sweep from nothing": SWEEP,
  "store ls": ["store", "ls", FILE, ...LIMIT],
  "store gc": ["store", "gc", FILE, ...LIMIT],
  "store verify": ["store", "verify"],
  plan: ["plan", FILE, ...LIMIT],
  "sweep from the store": SWEEP,
  "sweep --check": [...SWEEP, "--check"],
  "show --trials": ["show", "many", "--trials"],
} as const;

export interface StoreFigures {
  readonly rows: readonly {
    readonly records: number;
    readonly command: keyof typeof COMMANDS;
    readonly cpuSeconds: number;
    readonly seconds: number;
    readonly megabytes: number;
    readonly isCalm: boolean;
  }[];
}

export const store: Measurement<StoreFigures> = { measure, text };

async function measure(size: Size): Promise<StoreFigures> {
  const sizes = bySize(size, { full: [10_000, 100_000], quick: [1000, 5000], smallest: [20] });
  const rows = [];
  for (const records of sizes) rows.push(...(await measureAll(records)));
  return { rows };
}

function measureAll(records: number): Promise<StoreFigures["rows"]> {
  return inTemporaryFolder(async (folder) => {
    mkdirSync(join(folder, "experiments"));
    writeFileSync(join(folder, FILE), spec(records));
    const rows = [];
    for (const command of Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]) {
      const args = COMMANDS[command];
      const { cpuSeconds, seconds, peakBytes, isCalm } = await timeGridient(folder, args);
      rows.push({ records, command, cpuSeconds, seconds, megabytes: peakBytes / 1e6, isCalm });
    }
    return rows;
  });
}

function spec(records: number): string {
  const last = (1 + (records / REPLICATES - 1) / 10_000).toFixed(4);
  const eta = `{range: {from: 1, to: ${last}, step: 0.0001}}`;
  return `dataset: xor\narchitecture: {hidden: [2]}\neta: ${eta}\nepochs: 10\nreplicates: ${REPLICATES}\n`;
}

function text({ rows }: StoreFigures): string {
  return tableText([
    ["command", "records", "s CPU", "s", "MB"],
    ...rows.map(({ records, command, cpuSeconds, seconds, megabytes, isCalm }) => {
      const wall = `${isCalm ? "" : "~"}${seconds.toFixed(1)}`;
      return [command, records, cpuSeconds.toFixed(1), wall, Math.round(megabytes)];
    }),
  ]);
}
