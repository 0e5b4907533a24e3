/**
 * What the trainer is to reach. A goal's value comes from the JSON of the parts of the benchmark; it is undefined
 * where this machine could not measure it, or was disturbed while it did.
 *
 * @typedef {{ kernels?: any, optimizers?: any, peers?: any, overhead?: any, planning?: any, reports?: any, sklearn?: any, tables?: any, fleet?: any }} Parts
 *
 * @typedef {object} Goal
 * @property {string} what
 * @property {number} least
 * @property {number} reach
 * @property {string} unit "x" = times as fast; of any other unit less is better.
 * @property {(parts: Parts) => number | undefined} measure
 */
import { ratio } from "./protocol.mjs";

const BY_HAND = ["NumPy by hand", "PyTorch by hand", "PyTorch scripted"];
const PYTORCH = ["PyTorch by hand", "PyTorch scripted", "PyTorch eager"];
const SMALL = { batches: [10], data: "mnist" };
const LARGE = { batches: [128, 512, "full"], data: "mnist" };

/** @type {Goal[]} */
export const GOALS = [
  ...perWidth("batch 10, against naive dense JavaScript", [50, 60, 75], [70, 85, 95], againstNaive),
  ...perWidth("batch 10, against the best of NumPy and PyTorch by hand", [5, 4, 2.3], [7, 5, 2.8], (hidden) =>
    againstPeers(BY_HAND, hidden, SMALL),
  ),
  ...perWidth("batch 10, against the numba loop", [1.3, 1, 0.75], [1.8, 1.3, 0.95], (hidden) =>
    againstPeers(["numba loop"], hidden, SMALL),
  ),
  ...perWidth("batch 10, against native 128-bit code", [0.65, 0.75, 0.82], [0.85, 0.92, 0.95], (hidden) =>
    againstPeers(["native 128-bit"], hidden, SMALL),
  ),
  ...perWidth("batch 128 to full, against the best", [1.8, 1.8, 1.2], [2.5, 2.5, 1.6], (hidden) =>
    againstPeers(BY_HAND, hidden, LARGE),
  ),
  times("dense data, 784-100-10, batch 128, against the naive loop", 20, 30, ({ kernels }) => {
    const figures = kernelFigures(kernels, "noise", 100);
    return figures && calmRatio(figures[128], figures["naive 128"]);
  }),
  times("dense data, 784-100-10, batch 128, against the best PyTorch", 0.5, 0.8, (parts) =>
    againstPeers(PYTORCH, 100, { batches: [128], data: "noise" })(parts),
  ),
  ...["momentum", "adam"].map((optimizer) =>
    times(`784-30-10, ${optimizer}, batch 32 and 128, against PyTorch by hand`, 2, 3, (parts) =>
      againstPeers([`PyTorch by hand, ${optimizer},`], 30, { batches: [32, 128], data: "mnist" })(parts),
    ),
  ),
  ...grid("scikit-learn", 5, 7),
  ...grid("PyTorch eager", 8, 12),
  ...grid("PyTorch by hand", 3, 4.5),
  ...grid("PyTorch stacked", 2, 3),
  times("two workers against one, sweep of 12 equal trials", 1.7, 1.9, ({ overhead }) =>
    overhead?.twoWorkers.isDisturbed ? undefined : overhead?.twoWorkers.factor,
  ),
  times(
    "200 trainings on the tables of scikit-learn, against it",
    5,
    8,
    ({ sklearn }) => sklearn && sklearn.seconds.theirs / sklearn.seconds.ours,
  ),
  cost(
    "loading 1,000,000 x 30 of CSV against csv-parse alone",
    [1.5, 1],
    "times",
    ({ tables }) => tables && tables.load.seconds / tables["csv-parse"].seconds,
  ),
  cost("the same, memory", [3, 2], "matrices", ({ tables }) => tables && tables.load.peak / tables.matrix),
  cost("a trial of 5 ms over a fleet, beyond threads", [3, 1], "ms", ({ fleet }) => fleet?.overheadMs),
  times("two workers of a fleet against threads, lr", 0.95, 1, ({ fleet }) => fleet?.throughput),
  cost("start of a worker to its first trial", [1, 0.5], "s", ({ fleet }) => fleet?.secondsToFirstTrial),
  cost("report of 1,000 trials from the store", [5, 2], "s", ({ reports }) =>
    reports?.isCalm ? reports.seconds : undefined,
  ),
  cost(
    "page of 100 trials of 30 epochs",
    [1500, 1000],
    "kB",
    ({ reports }) => reports?.page && Math.round(reports.page.hundredBytes / 1000),
  ),
  cost("opening the page of 1,000 trials of 100 epochs in Chromium", [1, 0.5], "s", ({ reports }) =>
    reports?.page?.opening?.isCalm ? reports.page.opening.seconds : undefined,
  ),
  cost(
    "evaluation of an example against training on it, 784-30-10",
    [1 / 3, 1 / 3],
    "steps",
    ({ kernels }) => {
      const figures = kernelFigures(kernels, undefined, 30);
      return figures && calmRatio(figures[10], figures.evaluation);
    },
  ),
  ...relativeCost({ l2: [1.15, 1.05], dropout: [1.2, 1.1], momentum: [1.6, 1.3], adam: [2.2, 1.6] }),
  cost(
    "start of `npm run sweep` to first batch, digits",
    [1, 0.5],
    "s",
    ({ overhead }) => overhead?.start.digits,
  ),
  cost("the same, cached mnist", [1.3, 0.7], "s", ({ overhead }) => overhead?.start.mnist),
  cost(
    "pipeline per trial, 10,000 tiny trials",
    [2, 0.5],
    "ms",
    ({ overhead }) => overhead?.pipeline[10_000]?.two.whole,
  ),
  cost("memory of each extra worker, mnist", [20, 20], "MB", ({ overhead }) => {
    return overhead?.start.mnist && overhead.memory.perExtraWorker;
  }),
  ...planning(10_000, { wall: ["s", 0.5, 0.4] }),
  ...planning(100_000, { wall: ["s", 2, 1.5], megabytes: ["MB", 300, 250] }),
  cost("plan, growth of the time from 10,000 to 100,000 configurations", [10, 8], "times", ({ planning }) => {
    const [small, large] = [10_000, 100_000].map((size) => worst(planning, size, "wall"));
    return large && large / small;
  }),
  cost(
    "`validate` of one file, process start to exit",
    [250, 200],
    "ms",
    ({ planning }) => planning?.validate.milliseconds,
  ),
  cost("worst factor between predicted and measured time of a sweep", [1.5, 1.2], "times", ({ planning }) => {
    const calm = planning?.predictions.filter(({ isCalm }) => isCalm) ?? [];
    return calm.length > 0 ? Math.max(...calm.map(({ factor }) => Math.max(factor, 1 / factor))) : undefined;
  }),
];

/** Three goals, one for each of the widths 15, 30 and 100. */
function perWidth(what, least, reach, measureFor) {
  return [15, 30, 100].map((hidden, i) =>
    times(`784-${hidden}-10, ${what}`, least[i], reach[i], measureFor(hidden)),
  );
}

function times(what, least, reach, measure) {
  return { what, least, reach, unit: "x", measure };
}

function cost(what, [least, reach], unit, measure) {
  return { what, least, reach, unit, measure };
}

function grid(peer, least, reach) {
  const measure = ({ peers }) => {
    const { ours, theirs, factor } = peers?.grid.find(({ name }) => name === peer) ?? {};
    return ours?.isDisturbed || theirs?.isDisturbed ? undefined : factor;
  };
  return [times(`the grid of 12 trials, whole command, against ${peer}`, least, reach, measure)];
}

/** Goals for planning a grid, plain and with rules. */
function planning(size, goals) {
  return Object.entries(goals).map(([figure, [unit, least, reach]]) => {
    const what = `plan of ${size} configurations, ${figure === "wall" ? "start to exit" : "memory"}`;
    return cost(what, [least, reach], unit, ({ planning }) => worst(planning, size, figure));
  });
}

function worst(planning, size, figure) {
  const plans = planning?.plans.filter((plan) => plan.size === size) ?? [];
  return plans.length > 0 ? Math.max(...plans.map((plan) => plan[figure])) : undefined;
}

/** Goals for training against plain gradient descent, 784-30-10, batch 32. */
function relativeCost(goals) {
  return Object.entries(goals).map(([name, goal]) =>
    cost(`${name} against plain gradient descent, 784-30-10, batch 32`, goal, "times", ({ optimizers }) => {
      const { figures } = optimizers?.rows.find(({ batch }) => batch === 32) ?? {};
      return figures && calmRatio(figures.plain, figures[name]);
    }),
  );
}

/** Returns the ratio of two figures, unless one of them was measured on a disturbed core. */
function calmRatio(a, b) {
  return a.isDisturbed || b.isDisturbed ? undefined : ratio(a, b);
}

function againstNaive(hidden) {
  return ({ kernels }) => {
    const figures = kernelFigures(kernels, undefined, hidden);
    return figures && calmRatio(figures[10], figures["naive 10"]);
  };
}

/** Figures of a network with one hidden layer, on `data` or else on the images. */
function kernelFigures(kernels, data, width) {
  const isWanted = (row) => (data === undefined ? row.data !== "noise" : row.data === data);
  return kernels?.rows.find((row) => isWanted(row) && row.hidden.length === 1 && row.hidden[0] === width)
    ?.figures;
}

/** The worst ratio to any of the peers at any of the batch sizes; undefined unless all of them were measured. */
function againstPeers(names, hidden, { batches, data }) {
  return ({ peers }) => {
    const all = names.map((name) => peers?.peers.find((peer) => peer.name === name)?.rows ?? []);
    const isWanted = (row) => row.hidden === hidden && row.data === data && batches.includes(row.batch);
    const wanted = all.map((rows) => rows.filter(isWanted));
    if (wanted.some((rows) => rows.length < batches.length)) return undefined;
    const ratios = wanted.flat().map(({ ours, theirs }) => calmRatio(ours, theirs));
    return ratios.includes(undefined) ? undefined : Math.min(...ratios);
  };
}
