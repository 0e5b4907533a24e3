import type { CommandTime } from "./grid.ts";
import type { KernelRow } from "./kernels.ts";
import type { Batch } from "./our-network.ts";
import type { PlanTime } from "./planning/plans.ts";
import type { Figures, PartName } from "./parts.ts";
import type { PeerFigures, PeerRow } from "./peers.ts";
import { calmRatio } from "./figure.ts";
import type { Training } from "./trainings.ts";

/** What a part is to reach. Of "x", times as fast, more is better; of any other unit less. */
export interface Goal<Of = never> {
  readonly what: string;
  readonly unit: string;
  readonly least: number;
  readonly reach: number;
  /** Undefined where this machine could not measure it, or was disturbed while it did. */
  readonly measure: (figures: Of) => number | undefined;
  /** What it was measured with: the version of a library. */
  readonly note?: (figures: Of) => string | undefined;
}

/** What was measured for a goal. */
export interface Reached {
  readonly value: number;
  readonly note?: string;
}

type Pair = readonly [least: number, reach: number];
type Measure<Of> = Goal<Of>["measure"];

const BY_HAND = ["NumPy by hand", "PyTorch by hand", "PyTorch scripted"];
const PYTORCH = ["PyTorch by hand", "PyTorch scripted", "PyTorch eager"];
const WIDTHS = [15, 30, 100];

/** The goals of each part. */
export const GOALS: { readonly [Name in PartName]: readonly Goal<Figures[Name]>[] } = {
  grid: [
    gridGoal("PyTorch stacked", [1.6, 2.5]),
    gridGoal("PyTorch by hand", [1.6, 2.5]),
    gridGoal("PyTorch eager", [6, 9]),
    gridGoal("scikit-learn", [8, 12]),
  ],
  whole: [
    cost(
      "grid of 12 trials, whole command against its training / workers",
      "times",
      [1.25, 1.12],
      ({ grid }) => calm(grid, grid.median / grid.training),
    ),
    cost("one trial of 30 epochs, whole command against its training", "times", [1.2, 1.1], ({ oneTrial }) =>
      calm(oneTrial, oneTrial.median / oneTrial.training),
    ),
    times("two workers against one, sweep of 12 equal trials", [1.85, 1.95], ({ oneWorker, twoWorkers }) =>
      calm(oneWorker, calm(twoWorkers, oneWorker.median / twoWorkers.median)),
    ),
  ],
  kernels: [
    ...perWidth<Figures["kernels"]>(
      "batch 10, against naive dense JavaScript",
      [50, 60, 75],
      [70, 85, 95],
      (hidden) => againstNaive(hidden, 10, "dense"),
    ),
    ...perWidth<Figures["kernels"]>(
      "batch 10, against naive JavaScript that skips zeros",
      [35, 40, 40],
      [45, 50, 55],
      (hidden) => againstNaive(hidden, 10, "skipping"),
    ),
    times("dense data, 784-100-10, batch 128, against the naive loop", [20, 30], ({ rows }) => {
      const row = rowOf(rows, 100, "noise");
      return calmRatio(row?.batches[128], row?.others["dense 128"]);
    }),
    cost(
      "evaluation of an example against training on it, 784-30-10",
      "steps",
      [1 / 3, 1 / 3],
      ({ rows }) => {
        const row = rowOf(rows, 30);
        return calmRatio(row?.batches[10], row?.others.evaluation);
      },
    ),
  ],
  peers: [
    ...perWidth<Figures["peers"]>(
      "batch 10, against the best of NumPy and PyTorch by hand",
      [5, 4, 2.3],
      [7, 5, 2.8],
      (hidden) => againstPeers(BY_HAND, hidden, [10]),
      pyTorchVersion,
    ),
    ...perWidth<Figures["peers"]>(
      "batch 10, against the numba loop",
      [1.3, 1, 0.75],
      [1.8, 1.3, 0.95],
      (hidden) => againstPeers(["numba loop"], hidden, [10]),
    ),
    ...perWidth<Figures["peers"]>(
      "batch 10, against native 128-bit code",
      [0.65, 0.75, 0.82],
      [0.85, 0.92, 0.95],
      (hidden) => againstPeers(["native 128-bit"], hidden, [10]),
    ),
    ...perWidth<Figures["peers"]>(
      "batch 128 to full, against the best",
      [1.8, 1.8, 1.2],
      [2.5, 2.5, 1.6],
      (hidden) => againstPeers(BY_HAND, hidden, [128, 512, "full"]),
      pyTorchVersion,
    ),
    {
      ...times(
        "dense data, 784-100-10, batch 128, against the best PyTorch",
        [0.5, 0.8],
        againstPeers(PYTORCH, 100, [128], "noise"),
      ),
      note: pyTorchVersion,
    },
    ...["momentum", "adam"].map((optimizer) => ({
      ...times(
        `784-30-10, ${optimizer}, batch 32 and 128, against PyTorch by hand`,
        [2, 3],
        againstPeers([`PyTorch by hand, ${optimizer},`], 30, [32, 128]),
      ),
      note: pyTorchVersion,
    })),
  ],
  optimizers: [
    relativeCost("l2", [1.15, 1.05]),
    relativeCost("dropout", [1.2, 1.1]),
    relativeCost("momentum", [1.6, 1.3]),
    relativeCost("adam", [2.2, 1.6]),
  ],
  overhead: [
    cost(
      "our own start-up, `npm run sweep` to the first batch, digits",
      "s",
      [0.25, 0.15],
      ({ start }) => start.own["digits"],
    ),
    cost("the same, cached mnist", "s", [0.35, 0.25], ({ start }) => start.own["mnist"]),
    cost(
      "start of `npm run sweep` to first batch, digits",
      "s",
      [1, 0.5],
      ({ start }) => start.firstBatch["digits"],
    ),
    cost(
      "the same with npm and Node, cached mnist",
      "s",
      [1.3, 0.7],
      ({ start }) => start.firstBatch["mnist"],
    ),
    cost("pipeline per trial, 10,000 tiny trials", "ms", [2, 0.5], ({ pipeline }) => {
      return pipeline.find(({ trials }) => trials === 10_000)?.two.whole;
    }),
    cost("CPU beyond training, a trial of 1 ms, of 10,000", "ms", [0.3, 0.15], ({ smallTrials }) =>
      smallTrials.trials === 10_000 ? smallTrials.beyond : undefined,
    ),
    cost("memory of each extra worker, mnist", "MB", [20, 20], ({ memory }) =>
      memory.dataset === "mnist" ? memory.perExtraWorker : undefined,
    ),
  ],
  sklearn: [
    {
      ...times("200 trainings on the tables of scikit-learn, against it", [5, 8], ({ seeds, seconds }) =>
        seeds === 10 ? seconds.theirs / seconds.ours : undefined,
      ),
      note: ({ version }) => `scikit-learn ${version}`,
    },
  ],
  public: [],
  planning: [
    cost("plan of 10000 configurations, start to exit", "s", [0.5, 0.4], ({ plans }) =>
      worst(plans, 10_000, "wall"),
    ),
    cost("plan of 100000 configurations, start to exit", "s", [2, 1.5], ({ plans }) =>
      worst(plans, 100_000, "wall"),
    ),
    cost(
      "plan of 100000 drawn configurations, CPU against a grid with rules",
      "times",
      [1.25, 1],
      ({ plans }) => {
        const [drawn, grid] = ["drawn", "with rules"].map((rules) => {
          return plans.find((plan) => plan.size === 100_000 && plan.rules === rules)?.cpu;
        });
        return drawn && grid && drawn / grid;
      },
    ),
    cost("plan of 100000 configurations, memory", "MB", [300, 250], ({ plans }) =>
      worst(plans, 100_000, "megabytes"),
    ),
    cost("plan, growth of the time from 10,000 to 100,000 configurations", "times", [10, 8], ({ plans }) => {
      const [small, large] = [worst(plans, 10_000, "wall"), worst(plans, 100_000, "wall")];
      return small && large && large / small;
    }),
    cost(
      "`validate` of one file, process start to exit",
      "ms",
      [250, 200],
      ({ validate }) => validate.milliseconds,
    ),
    cost(
      "worst factor between predicted and measured time of a sweep",
      "times",
      [1.5, 1.2],
      ({ predictions }) => {
        const factors = predictions
          .filter(({ isCalm }) => isCalm)
          .map(({ seconds }) => seconds.predicted / seconds.measured);
        return factors.length > 0
          ? Math.max(...factors.map((factor) => Math.max(factor, 1 / factor)))
          : undefined;
      },
    ),
  ],
  reports: [
    cost("report of 1,000 trials from the store", "s", [5, 2], ({ writing }) =>
      writing.isCalm ? writing.seconds : undefined,
    ),
    cost("page of 100 trials of 30 epochs", "kB", [1500, 1000], ({ hundredBytes }) =>
      Math.round(hundredBytes / 1000),
    ),
    cost(
      "opening the page of 1,000 trials of 100 epochs in Chromium",
      "s",
      [1, 0.5],
      ({ opening }) => opening,
    ),
  ],
  tables: [
    cost("loading 1,000,000 x 30 of CSV against csv-parse alone", "times", [1.5, 1], ({ rows, readings }) =>
      rows === 1_000_000 ? readings.load.seconds / readings["csv-parse"].seconds : undefined,
    ),
    cost("the same, memory", "matrices", [3, 2], ({ rows, readings, matrix }) =>
      rows === 1_000_000 ? readings.load.peak / matrix : undefined,
    ),
  ],
  store: [
    cost("resume of 100,000 stored trials, nothing to do", "s", [5, 2], ({ rows }) => {
      return rows.find(({ trials, command }) => trials === 100_000 && command === "sweep from the store")
        ?.seconds;
    }),
  ],
  hostile: [],
  programs: [
    cost("trials of programs that wait 10 ms, beside xargs", "times", [1.25, 1.15], ({ rows }) => {
      return rows.find(({ work }) => work === "waits")?.ratio;
    }),
    cost("trials of programs that compute 10 ms, beside xargs", "times", [1.5, 1.15], ({ rows }) => {
      return rows.find(({ work }) => work === "computes")?.ratio;
    }),
  ],
  fleet: [
    cost("a trial of 5 ms over a fleet, beyond threads", "ms", [3, 1], ({ overheadMs }) => overheadMs),
    times("two workers of a fleet against threads, lr", [0.95, 1], ({ lr }) => lr.threads / lr.fleet),
    cost(
      "start of a worker to its first trial",
      "s",
      [1, 0.5],
      ({ secondsToFirstTrial }) => secondsToFirstTrial,
    ),
  ],
};

/** Returns what a part has reached, by goal. */
export function reachedGoals<Name extends PartName>(
  part: Name,
  figures: Figures[Name],
): Record<string, Reached> {
  const goals: readonly Goal<Figures[Name]>[] = GOALS[part];
  const reached = goals.flatMap(({ what, measure, note }): [string, Reached][] => {
    const value = measure(figures);
    const text = note?.(figures);
    return value === undefined ? [] : [[what, { value, ...(text !== undefined && { note: text }) }]];
  });
  return Object.fromEntries(reached);
}

function times<Of>(what: string, goal: Pair, measure: Measure<Of>): Goal<Of> {
  return { what, unit: "x", least: goal[0], reach: goal[1], measure };
}

function cost<Of>(what: string, unit: string, goal: Pair, measure: Measure<Of>): Goal<Of> {
  return { what, unit, least: goal[0], reach: goal[1], measure };
}

/** Three goals, one for each of the widths 15, 30 and 100. */
function perWidth<Of>(
  what: string,
  least: readonly number[],
  reach: readonly number[],
  measureFor: (hidden: number) => Measure<Of>,
  note?: NonNullable<Goal<Of>["note"]>,
): Goal<Of>[] {
  return WIDTHS.map((hidden, i) => ({
    ...times(`784-${hidden}-10, ${what}`, [least[i]!, reach[i]!], measureFor(hidden)),
    ...(note && { note }),
  }));
}

function gridGoal(peer: string, goal: Pair): Goal<Figures["grid"]> {
  const rowOf = ({ rows }: Figures["grid"]) => rows.find(({ name }) => name === peer);
  const goalOfPeer = times<Figures["grid"]>(
    `the grid of 12 trials, whole command, against ${peer}`,
    goal,
    (figures) => {
      const { ours, theirs } = rowOf(figures) ?? {};
      return ours && theirs ? calm(ours, calm(theirs, theirs.median / ours.median)) : undefined;
    },
  );
  return { ...goalOfPeer, note: (figures) => `${peer.split(" ")[0]} ${rowOf(figures)?.version}` };
}

/** Returns a value, unless it was measured while other processes took part of the machine. */
function calm(time: CommandTime, value: number | undefined): number | undefined {
  return time.isDisturbed ? undefined : value;
}

/** A goal for training against plain gradient descent, 784-30-10, batch 32. */
function relativeCost(training: Training, goal: Pair): Goal<Figures["optimizers"]> {
  return cost(
    `${training} against plain gradient descent, 784-30-10, batch 32`,
    "times",
    goal,
    ({ rows }) => {
      const figures = rows.find(({ batch }) => batch === 32)?.figures;
      return calmRatio(figures?.plain, figures?.[training]);
    },
  );
}

function againstNaive(
  hidden: number,
  batch: 10 | 128,
  loop: "dense" | "skipping",
): Measure<Figures["kernels"]> {
  return ({ rows }) => {
    const row = rowOf(rows, hidden);
    return calmRatio(row?.batches[batch], row?.others[`${loop} ${batch}`]);
  };
}

/** The row of a network with one hidden layer, on noise or on images. */
function rowOf(rows: readonly KernelRow[], width: number, data?: "noise"): KernelRow | undefined {
  return rows.find(
    (row) =>
      (row.data === "noise") === (data === "noise") && row.hidden.length === 1 && row.hidden[0] === width,
  );
}

/** The worst ratio to any of the peers at any of the batch sizes; undefined unless all of them were measured. */
function againstPeers(
  names: readonly string[],
  hidden: number,
  batches: readonly Batch[],
  data: PeerRow["data"] = "images",
): Measure<PeerFigures> {
  return ({ peers }) => {
    const ratios = names.flatMap((name) => {
      const rows = peers.find((peer) => peer.name === name)?.rows ?? [];
      return batches.map((batch) => {
        const row = rows.find((row) => row.hidden === hidden && row.data === data && row.batch === batch);
        return calmRatio(row?.ours, row?.theirs);
      });
    });
    const known = ratios.filter((ratio) => ratio !== undefined);
    return known.length < ratios.length ? undefined : Math.min(...known);
  };
}

function pyTorchVersion({ peers }: PeerFigures): string | undefined {
  const version = peers.find(({ name }) => name === "PyTorch by hand")?.version;
  return version && `PyTorch ${version}`;
}

function worst(plans: readonly PlanTime[], size: number, figure: "wall" | "megabytes"): number | undefined {
  const found = plans.filter((plan) => plan.size === size && plan.rules !== "drawn");
  return found.length > 0 ? Math.max(...found.map((plan) => plan[figure])) : undefined;
}
