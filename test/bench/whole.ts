/**
 * Whole commands against the training in them: the grid of grid.yaml, one trial of thirty epochs, and what a second
 * worker gains.
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { CLI, timeCommand, type Ended } from "./commands.ts";
import { hasMnist } from "./data.ts";
import { GRID_SPEC, timeOf, type CommandTime } from "./grid.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { medianOf } from "./figure.ts";
import { tableText } from "./table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const NETWORK = "architecture: {hidden: [30]}\neta: 1";

/** A sweep from an empty store, start to end. */
export interface SweepTime extends CommandTime {
  /** Seconds of all its trainings, divided by the workers. */
  readonly training: number;
}

export interface WholeFigures {
  readonly dataset: string;
  readonly grid: SweepTime;
  readonly oneTrial: SweepTime;
  readonly oneWorker: SweepTime;
  readonly twoWorkers: SweepTime;
}

export const whole: Measurement<WholeFigures> = { measure, text };

async function measure(size: Size): Promise<WholeFigures> {
  const rounds = bySize(size, { full: 5, quick: 1, smallest: 1 });
  const isReal = hasMnist && size !== "smallest";
  const dataset = isReal ? "mnist" : "digits";
  const small = "{name: digits, train: 500, validation: 100, test: 100}";
  const data = `dataset: ${isReal ? "{name: mnist, train: 50000, validation: 10000}" : small}`;
  const replicates = bySize(size, { full: 12, quick: 12, smallest: 2 });
  const equal = `${data}\n${NETWORK}\nreplicates: ${replicates}\nepochs: ${bySize(size, { full: 10, quick: 3, smallest: 1 })}`;
  const sweeps = {
    grid: { spec: isReal ? GRID_SPEC : GRID_SPEC.replace(/dataset: .*/, data), workers: 2 },
    oneTrial: {
      spec: `${data}\n${NETWORK}\nepochs: ${bySize(size, { full: 30, quick: 30, smallest: 2 })}`,
      workers: 1,
    },
    oneWorker: { spec: equal, workers: 1 },
    twoWorkers: { spec: equal, workers: 2 },
  };
  const runs = Object.values(sweeps).map((sweep) => ({ sweep, times: [] as Run[] }));
  for (let round = 0; round < rounds; round++)
    for (const { sweep, times } of runs) times.push(await run(sweep.spec, sweep.workers));
  const [grid, oneTrial, oneWorker, twoWorkers] = runs.map(({ times }) => summaryOf(times));
  return { dataset, grid: grid!, oneTrial: oneTrial!, oneWorker: oneWorker!, twoWorkers: twoWorkers! };
}

interface Run {
  readonly ended: Ended;
  readonly training: number;
}

function run(spec: string, workers: number): Promise<Run> {
  return inTemporaryFolder(async (cwd) => {
    writeFileSync(join(cwd, "whole.yaml"), spec);
    const command = ["sweep", "whole.yaml", "--workers", String(workers)] as const;
    const ended = await timeCommand([process.execPath, CLI, ...command], { cwd });
    const timings = readFileSync(join(cwd, "results/whole/timings.csv"));
    const rows: Record<string, string>[] = parse(timings, { columns: true });
    const seconds = rows.reduce((sum, row) => sum + Number(row["seconds"]), 0);
    return { ended, training: seconds / workers };
  });
}

function summaryOf(runs: readonly Run[]): SweepTime {
  const time = timeOf(runs.map(({ ended }) => ended));
  return { ...time, training: medianOf(runs.map(({ training }) => training)) };
}

function text({ dataset, grid, oneTrial, oneWorker, twoWorkers }: WholeFigures): string {
  const line = (name: string, sweep: SweepTime) => {
    const mark = sweep.isDisturbed ? "~" : "";
    return [name, mark + sweep.median.toFixed(2), sweep.training.toFixed(2), sweep.median / sweep.training];
  };
  return [
    `Seconds of a sweep from an empty store, ${dataset}, start to end; ~ = disturbed`,
    tableText([
      ["", "whole command", "training / workers", "times"],
      line("grid of 12 trials, 2 workers", grid),
      line("one trial of 30 epochs", oneTrial),
      line("12 equal trials, 1 worker", oneWorker),
      line("12 equal trials, 2 workers", twoWorkers),
    ]),
    `Two workers against one: ${(oneWorker.median / twoWorkers.median).toFixed(2)} x`,
  ].join("\n");
}
