/**
 * What a sweep costs besides training: start to first batch, the pipeline's cost of a trial, memory of each worker,
 * growth with trials, epochs, samples and width.
 * @module
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { scriptCommand, timeCommand } from "./commands.ts";
import { hasMnist } from "./data.ts";
import { measureGrowth, type Growth } from "./overhead/growth.ts";
import { measurePipeline, PHASES, type PipelinePhases } from "./overhead/pipeline.ts";
import { measureSmallTrials, type SmallTrials } from "./overhead/small-trials.ts";
import { measureStart, type StartFigures } from "./overhead/start.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { tableText } from "./table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const MNIST = "{name: mnist, train: 50000, validation: 10000}";
const FEW_DIGITS = "{name: digits, train: 200, validation: 0, test: 100}";
const MEMORY_PROCESS = new URL("overhead/memory-process.ts", import.meta.url);

export interface OverheadFigures {
  readonly start: StartFigures;
  readonly pipeline: readonly {
    readonly trials: number;
    readonly one: PipelinePhases;
    readonly two: PipelinePhases;
  }[];
  readonly smallTrials: SmallTrials;
  readonly memory: {
    readonly dataset: string;
    /** Megabytes by number of workers. */
    readonly byWorkers: Readonly<Record<number, number>>;
    readonly perExtraWorker: number;
  };
  readonly growth: readonly Growth[];
}

export const overhead: Measurement<OverheadFigures> = { measure, text };

async function measure(size: Size): Promise<OverheadFigures> {
  const isSmall = size === "smallest";
  const datasets = isSmall ? { digits: FEW_DIGITS } : { digits: "digits", ...(hasMnist && { mnist: MNIST }) };
  const start = await measureStart(datasets, bySize(size, { full: 9, quick: 3, smallest: 1 }));
  const pipeline = [];
  for (const trials of bySize(size, { full: [100, 1000, 10_000], quick: [100, 1000], smallest: [10] })) {
    pipeline.push({ trials, one: await measurePipeline(trials, 1), two: await measurePipeline(trials, 2) });
  }
  const smallTrials = await measureSmallTrials(bySize(size, { full: 10_000, quick: 2000, smallest: 20 }));
  const memory = await measureMemory(size);
  const growth = await (size === "smallest"
    ? measureGrowth(1, 0.1)
    : measureGrowth(4, size === "quick" ? 0.5 : 1));
  return { start, pipeline, smallTrials, memory, growth };
}

/** Megabytes that a process holds while it sweeps, by workers. */
async function measureMemory(size: Size): Promise<OverheadFigures["memory"]> {
  const [name, dataset] =
    size === "smallest" ? ["200 digits", FEW_DIGITS] : hasMnist ? ["mnist", MNIST] : ["digits", "digits"];
  const few = 1;
  const many = size === "smallest" ? 2 : 4;
  const byWorkers: Record<number, number> = {};
  for (const workers of [few, many]) byWorkers[workers] = await megabytes(workers, dataset);
  const perExtraWorker = (byWorkers[many]! - byWorkers[few]!) / (many - few);
  return { dataset: name, byWorkers, perExtraWorker };
}

function megabytes(workers: number, dataset: string): Promise<number> {
  return inTemporaryFolder(async (cwd) => {
    const spec = join(cwd, "memory.yaml");
    const lines = ["architecture: {hidden: [30]}", "eta: 1", "epochs: 1", "replicates: 12"];
    writeFileSync(spec, [`dataset: ${dataset}`, ...lines].join("\n"));
    const [node, ...args] = scriptCommand(MEMORY_PROCESS, String(workers), spec);
    const { stdout } = await timeCommand([node, "--expose-gc", ...args], { cwd });
    return Number(stdout) / 1e6;
  });
}

function text({ start, pipeline, smallTrials, memory, growth }: OverheadFigures): string {
  const sets = Object.entries(start.firstBatch);
  const { trials, training, beyond, wall, busy } = smallTrials;
  return [
    "Seconds from the start of `npm run sweep` to the first batch; our own: without those of npm and of one Node",
    tableText([
      ["", "seconds", "our own"],
      ["node -e 0", start.node],
      ["npm run of an empty script", start.npm],
      ...sets.map(([name, seconds]) => [name, seconds, start.own[name] ?? ""]),
    ]),
    "",
    "Milliseconds a tiny trial costs, by phase",
    pipelineText(pipeline),
    "",
    `Milliseconds each of ${trials} small trials takes, whole command with two workers`,
    tableText([
      ["CPU of its training", training],
      ["CPU beyond", beyond],
      ["wall time", wall],
      ["two workers busy with training, share of the time", busy],
    ]),
    "",
    `Megabytes while ${memory.dataset} trains with so many workers`,
    tableText([...Object.entries(memory.byWorkers), ["each extra worker", memory.perExtraWorker]]),
    "",
    "Seconds as one size doubles three times; exponent of the growth: 1 = linear",
    tableText(growth.map(({ axis, seconds, exponent }) => [axis, ...seconds, exponent ?? "-"])),
  ].join("\n");
}

function pipelineText(pipeline: OverheadFigures["pipeline"]): string {
  const head = pipeline.flatMap(({ trials }) => [`${trials} trials, 1 worker`, "2 workers"]);
  const lines = PHASES.map((phase) => [
    phase,
    ...pipeline.flatMap(({ one, two }) => [one[phase], phase === "whole" ? two[phase] : ""]),
  ]);
  return tableText([["", ...head], ...lines]);
}
