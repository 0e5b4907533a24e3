import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { timeGridient } from "../commands.ts";
import { hasMnist } from "../data.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

const EXPERIMENTS = fileURLToPath(new URL("../../../experiments/", import.meta.url));

/** What `plan` predicts for a sweep from an empty store, and what it takes. */
export interface Prediction {
  readonly name: string;
  readonly seconds: Compared;
  readonly bytes: Compared;
  readonly isCalm: boolean;
}

export interface Compared {
  readonly predicted: number;
  readonly measured: number;
}

/** Of a search that learns, plan predicts the first trials alone, and says so. */
const LEARNS = /method: (?:halving|hyperband|racing|tpe)/;

/** Returns the names of all experiments whose whole time is predicted, those on MNIST only where it is. */
export function experimentNames(): string[] {
  const names = readdirSync(EXPERIMENTS).flatMap((file) => (file.endsWith(".yaml") ? file.slice(0, -5) : []));
  const timed = names.filter((name) => {
    return !name.startsWith("program") && !LEARNS.test(readFileSync(`${EXPERIMENTS}${name}.yaml`, "utf8"));
  });
  return timed.filter((name) => hasMnist || !name.startsWith("mnist"));
}

/** Sweeps experiments of this repository. */
export async function comparePredictions(names: readonly string[]): Promise<Prediction[]> {
  const compared = [];
  for (const name of names) {
    const args = [`${EXPERIMENTS}${name}.yaml`];
    compared.push({ name, ...(await inTemporaryFolder((cwd) => compareSweep(cwd, args))) });
  }
  return compared;
}

/** Sweeps one spec with so many workers. */
export function compareMemory(name: string, spec: string, workers: number): Promise<MemoryPrediction> {
  return inTemporaryFolder(async (cwd) => {
    writeFileSync(join(cwd, "memory.yaml"), spec);
    if (spec.includes("table.csv")) writeFileSync(join(cwd, "table.csv"), table(20_000, 100));
    const { bytes } = await compareSweep(cwd, ["memory.yaml", "--workers", workers, "--limit", 10_000]);
    return { name, workers, bytes };
  });
}

async function compareSweep(cwd: string, args: readonly (string | number)[]) {
  const plan = await planOf(cwd, args);
  const { seconds, peakBytes, isCalm } = await timeGridient(cwd, ["sweep", ...args]);
  return {
    seconds: { predicted: plan.estimatedSeconds, measured: seconds },
    bytes: { predicted: plan.estimatedPeakBytes, measured: peakBytes },
    isCalm,
  };
}

/** Memory of a sweep with so many workers. */
export interface MemoryPrediction {
  readonly name: string;
  readonly workers: number;
  readonly bytes: Compared;
}

interface PlannedSweep {
  readonly estimatedSeconds: number;
  readonly estimatedPeakBytes: number;
}

async function planOf(cwd: string, args: readonly (string | number)[]): Promise<PlannedSweep> {
  const { stdout } = await timeGridient(cwd, ["plan", "--json", ...args]);
  return JSON.parse(stdout) as PlannedSweep;
}

function table(rows: number, columns: number): string {
  const names = Array.from({ length: columns }, (_, i) => `c${i}`);
  const lines = Array.from({ length: rows }, (_, row) =>
    names.map((_, i) => (((row * 7919 + i * 104_729) % 1000) / 1000).toFixed(3)).join(","),
  );
  return `${names.join(",")}\n${lines.join("\n")}\n`;
}
