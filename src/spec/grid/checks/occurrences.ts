import { isIdle, type StopRule } from "./check-stopping.ts";
import { datasetOf } from "../configuration-of.ts";
import {
  datasetVariant,
  datasetVariants,
  isReadable,
  type DatasetVariant,
  type UnreadableDataset,
} from "../../fields/dataset-variants.ts";
import { valuesOf, type Draft } from "../../fields/draft.ts";
import { plateauRule } from "./plateau-rule.ts";
import type { Problem } from "../../problem.ts";
import type { Cell, Cells, Point } from "../../sweep.ts";

/** What meets somewhere in the grid: what checks across fields look at. */
export interface Occurrences {
  readonly losses: Iterable<readonly [loss: Cell, output: Cell]>;
  readonly smoothings: Iterable<readonly [labelSmoothing: Cell, loss: Cell]>;
  readonly lossTargets: Iterable<readonly [loss: Cell, dataset: DatasetVariant]>;
  readonly outputTargets: Iterable<readonly [output: Cell, dataset: DatasetVariant]>;
  readonly smoothedTargets: Iterable<readonly [labelSmoothing: Cell, dataset: DatasetVariant]>;
  readonly weights: Iterable<readonly [classWeights: Cell, dataset: DatasetVariant]>;
  readonly dropouts: Iterable<readonly [dropout: Cell, hidden: Cell]>;
  readonly stops: Iterable<readonly [StopRule, DatasetVariant]>;
  readonly datasets: readonly DatasetVariant[];
  /** What is wrong with the others, which nothing meets. */
  readonly unreadable: readonly Problem[];
  readonly batches: Iterable<readonly [batchSize: Cell, dataset: DatasetVariant]>;
}

/** Paths of the metrics that may stop a trial, and of what makes them count. */
const STOPS = [
  ["earlyStopping.metric", "earlyStopping.patience"],
  ["target.metric", "target.value"],
] as const;

/** Returns what meets where every value of a field meets every value of the others; broken fields meet nothing. */
export function productOccurrences(draft: Draft): Occurrences {
  const variants = datasetVariants(draft);
  const datasets = variants.filter(isReadable);
  return {
    losses: pairs(valuesOf(draft, "loss"), valuesOf(draft, "architecture.output")),
    smoothings: pairs(valuesOf(draft, "labelSmoothing"), valuesOf(draft, "loss")),
    lossTargets: pairs(valuesOf(draft, "loss"), datasets),
    outputTargets: pairs(valuesOf(draft, "architecture.output"), datasets),
    smoothedTargets: pairs(valuesOf(draft, "labelSmoothing"), datasets),
    weights: pairs(valuesOf(draft, "classWeights"), datasets),
    dropouts: pairs(valuesOf(draft, "architecture.dropout"), valuesOf(draft, "architecture.hidden")),
    stops: pairs([...stopRules(draft), ...plateauRules(draft)], datasets),
    datasets,
    unreadable: problemsOf(variants),
    batches: pairs(valuesOf(draft, "batchSize"), datasets),
  };
}

/** Returns what meets in the points that the rules of a sweep have left. */
export function pointOccurrences(points: readonly Point[]): Occurrences {
  const losses = new PairSet<Cell, Cell>();
  const smoothings = new PairSet<Cell, Cell>();
  const lossTargets = new PairSet<Cell, DatasetVariant>();
  const outputTargets = new PairSet<Cell, DatasetVariant>();
  const smoothedTargets = new PairSet<Cell, DatasetVariant>();
  const weights = new PairSet<Cell, DatasetVariant>();
  const dropouts = new PairSet<Cell, Cell>();
  const stops: (readonly [StopRule, DatasetVariant])[] = [];
  const batches = new PairSet<Cell, DatasetVariant>();
  const variants = new Map<string, DatasetVariant | UnreadableDataset>();
  for (const { cells } of points) {
    const key = JSON.stringify(datasetOf(cells));
    const dataset = variants.get(key) ?? variantOf(cells);
    variants.set(key, dataset);
    losses.add(cells["loss"]!, cells["architecture.output"]!);
    smoothings.add(cells["labelSmoothing"]!, cells["loss"]!);
    dropouts.add(cells["architecture.dropout"]!, cells["architecture.hidden"]!);
    if (!isReadable(dataset)) continue;
    lossTargets.add(cells["loss"]!, dataset);
    outputTargets.add(cells["architecture.output"]!, dataset);
    smoothedTargets.add(cells["labelSmoothing"]!, dataset);
    weights.add(cells["classWeights"]!, dataset);
    for (const [metric, limit] of STOPS) {
      const rule = { metric: cells[metric]!, limit: cells[limit]! };
      if (!isIdle(rule)) stops.push([rule, dataset]);
    }
    for (const rule of plateauRule(cells["schedule"]!, cells["schedule.metric"])) stops.push([rule, dataset]);
    batches.add(cells["batchSize"]!, dataset);
  }
  const targets = { lossTargets, outputTargets, smoothedTargets };
  return {
    losses,
    smoothings,
    ...targets,
    weights,
    dropouts,
    stops,
    datasets: [...variants.values()].filter(isReadable),
    unreadable: problemsOf([...variants.values()]),
    batches,
  };
}

/** Returns what is wrong with data sets, each problem once. */
function problemsOf(variants: readonly (DatasetVariant | UnreadableDataset)[]): Problem[] {
  const problems = variants.flatMap((variant) => (isReadable(variant) ? [] : variant.problems));
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function stopRules(draft: Draft): StopRule[] {
  return STOPS.flatMap(([metric, limit]) => {
    const rules = [...pairs(valuesOf(draft, metric), valuesOf(draft, limit))];
    return rules.map(([name, value]) => ({ metric: name, limit: value }));
  });
}

function plateauRules(draft: Draft): StopRule[] {
  const options = draft.fields.get("schedule.metric")?.values ?? [undefined];
  const rules = [...pairs(valuesOf(draft, "schedule"), options)];
  return rules.flatMap(([schedule, option]) => plateauRule(schedule, option));
}

/** Pairs by identity, each once. */
class PairSet<A, B> {
  readonly #pairs = new Map<A, Set<B>>();

  add(a: A, b: B): void {
    const known = this.#pairs.get(a);
    if (known) known.add(b);
    else this.#pairs.set(a, new Set([b]));
  }

  *[Symbol.iterator](): Iterator<readonly [A, B]> {
    for (const [a, set] of this.#pairs) for (const b of set) yield [a, b];
  }
}

function* pairs<A, B>(first: readonly A[], second: readonly B[]): Generator<readonly [A, B]> {
  for (const a of first) for (const b of second) yield [a, b];
}

function variantOf(cells: Cells): DatasetVariant | UnreadableDataset {
  const { place, options = {} } = cells["dataset"]!;
  return datasetVariant({ options: datasetOf(cells), place: place!, cells: { ...options, ...cells } }); // it has no default
}
