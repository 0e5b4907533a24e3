/**
 * How commands grow from 10,000 to 100,000 trials: training them into the store, resuming, listing, cleaning, checking,
 * merging, planning, showing and viewing. CPU time and highest memory of each. In the full form also few trials of many epochs.
 * @module
 */
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { timeGridient, viewResults, type Used } from "./commands.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { tableText } from "./table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const FILE = "experiments/many.yaml";
const LIMIT = ["--limit", 100_000];
const REPLICATES = 10;
const SWEEP = ["sweep", FILE, ...LIMIT];
/** Of a store that has been merged into another one. */
const OTHER = "other";
const COMMANDS = {
  "sweep from nothing": SWEEP,
  "store ls": ["store", "ls", FILE, ...LIMIT],
  "store gc": ["store", "gc", FILE, ...LIMIT],
  "store verify": ["store", "verify"],
  "merge into nothing": ["merge", "results/.store", "--store", OTHER],
  plan: ["plan", FILE, ...LIMIT],
  "sweep from the store": SWEEP,
  "sweep --check": [...SWEEP, "--check"],
  "show --trials": ["show", "many", "--trials"],
} as const;

type CommandName = keyof typeof COMMANDS | "view: list and page";

interface StoreRow extends Used {
  readonly trials: number;
  readonly epochs: number;
  readonly command: CommandName;
  readonly seconds: number;
  readonly isCalm: boolean;
}

export interface StoreFigures {
  readonly rows: readonly StoreRow[];
  /** Bytes of what the trials leave, by file. */
  readonly files: readonly { readonly trials: number; readonly page: number; readonly epochs: number }[];
}

export const store: Measurement<StoreFigures> = { measure, text };

async function measure(size: Size): Promise<StoreFigures> {
  const sizes = bySize(size, { full: [10_000, 100_000], quick: [2000], smallest: [20] });
  const measured = [];
  for (const trials of sizes) measured.push(await measureTrials(trials, 10, Object.keys(COMMANDS).length));
  if (size === "full") measured.push(await measureTrials(1000, 6000, 1));
  return {
    rows: measured.flatMap(({ rows }) => rows),
    files: measured.map(({ files }) => files),
  };
}

/** Measures the first of the commands, and `view` if these are all. */
function measureTrials(trials: number, epochs: number, count: number) {
  return inTemporaryFolder(async (folder) => {
    mkdirSync(join(folder, "experiments"));
    writeFileSync(join(folder, FILE), spec(trials, epochs));
    const rows: StoreRow[] = [];
    const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
    for (const command of names.slice(0, count)) {
      const { cpuSeconds, seconds, peakBytes, isCalm } = await timeGridient(folder, COMMANDS[command]);
      rows.push({ trials, epochs, command, cpuSeconds, seconds, peakBytes, isCalm });
      rmSync(join(folder, OTHER), { recursive: true, force: true });
    }
    if (count === names.length) {
      const { cpuSeconds, seconds, peakBytes, isCalm } = await viewResults(folder, "many");
      rows.push({ trials, epochs, command: "view: list and page", cpuSeconds, seconds, peakBytes, isCalm });
    }
    const bytes = (file: string) => statSync(join(folder, "results/many", file)).size;
    return { rows, files: { trials, page: bytes("report.html"), epochs: bytes("epochs.csv") } };
  });
}

function spec(trials: number, epochs: number): string {
  const last = (1 + (trials / REPLICATES - 1) / 10_000).toFixed(4);
  const eta = `{range: {from: 1, to: ${last}, step: 0.0001}}`;
  return `dataset: xor\narchitecture: {hidden: [2]}\neta: ${eta}\nepochs: ${epochs}\nreplicates: ${REPLICATES}\n`;
}

function text({ rows, files }: StoreFigures): string {
  return [
    tableText([
      ["command", "trials", "epochs", "s CPU", "s", "MB"],
      ...rows.map(({ trials, epochs, command, cpuSeconds, seconds, peakBytes, isCalm }) => {
        const wall = `${isCalm ? "" : "~"}${seconds.toFixed(1)}`;
        return [command, trials, epochs, cpuSeconds.toFixed(1), wall, Math.round(peakBytes / 1e6)];
      }),
    ]),
    "",
    tableText([
      ["trials", "report.html, MB", "epochs.csv, MB"],
      ...files.map(({ trials, page, epochs }) => [trials, page / 1e6, epochs / 1e6]),
    ]),
  ].join("\n");
}
