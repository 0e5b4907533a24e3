import { cellOf, datasetOf } from "../configuration-of.ts";
import {
  datasetVariant,
  datasetVariants,
  isReadable,
  type DatasetVariant,
  type UnreadableDataset,
} from "../../fields/dataset-variants.ts";
import { valuesOf, type Draft } from "../../fields/draft.ts";
import type { FieldPath, ValueAt } from "../../../fields/configuration.ts";
import type { Problem } from "../../problem.ts";
import type { Cell, Cells, Point } from "../../sweep.ts";
import { isIdle, type StopRule, plateauRule } from "./check-stopping.ts";

/** What meets somewhere in the grid: what checks across fields look at. */
export interface Meetings {
  /** Returns the values of two fields that meet. */
  readonly ofFields: <Path extends FieldPath, Other extends FieldPath>(
    path: Path,
    other: Other,
  ) => Iterable<readonly [Cell<ValueAt<Path>>, Cell<ValueAt<Other>>]>;
  /** Returns the values of a field and the data sets that they meet. */
  readonly withData: <Path extends FieldPath>(
    path: Path,
  ) => Iterable<readonly [Cell<ValueAt<Path>>, DatasetVariant]>;
  readonly stops: Iterable<readonly [StopRule, DatasetVariant]>;
  readonly datasets: readonly DatasetVariant[];
  /** What is wrong with the other data sets, which nothing meets. */
  readonly unreadable: readonly Problem[];
}

/** Paths of the metrics that may stop a trial, and of what makes them count. */
const STOPS = [
  ["earlyStopping.metric", "earlyStopping.patience"],
  ["target.metric", "target.value"],
] as const;

/** Returns what meets where every value of a field meets every value of the others; broken fields meet nothing. */
export function productMeetings(draft: Draft): Meetings {
  const variants = datasetVariants(draft);
  const datasets = variants.filter(isReadable);
  return {
    ofFields: (path, other) => pairs(valuesOf(draft, path), valuesOf(draft, other)),
    withData: (path) => pairs(valuesOf(draft, path), datasets),
    stops: pairs([...stopRules(draft), ...plateauRules(draft)], datasets),
    datasets,
    unreadable: problemsOf(variants),
  };
}

/** Returns what meets in the points that the rules of a sweep have left. */
export function pointMeetings(points: readonly Point[]): Meetings {
  const variants = new Map<string, DatasetVariant | UnreadableDataset>();
  const onData: { readonly cells: Cells; readonly dataset: DatasetVariant }[] = [];
  for (const point of points) {
    const { cells } = point;
    const key = JSON.stringify(datasetOf(cells));
    const dataset = variants.get(key) ?? variantOf(point);
    variants.set(key, dataset);
    if (isReadable(dataset)) onData.push({ cells, dataset });
  }
  return {
    ofFields: (path, other) => distinct(points, ({ cells }) => [cellOf(cells, path), cellOf(cells, other)]),
    withData: (path) => distinct(onData, ({ cells, dataset }) => [cellOf(cells, path), dataset]),
    stops: onData.flatMap(({ cells, dataset }) => stopsOf(cells).map((rule) => [rule, dataset] as const)),
    datasets: [...variants.values()].filter(isReadable),
    unreadable: problemsOf([...variants.values()]),
  };
}

/** Returns the pairs of what each point has, by identity, each once. */
function distinct<Each, A, B>(
  points: readonly Each[],
  pairOf: (point: Each) => readonly [A, B],
): readonly (readonly [A, B])[] {
  const known = new Map<A, Set<B>>();
  for (const point of points) {
    const [a, b] = pairOf(point);
    const others = known.get(a);
    if (others) others.add(b);
    else known.set(a, new Set([b]));
  }
  return [...known].flatMap(([a, others]) => [...others].map((b) => [a, b] as const));
}

function* pairs<A, B>(first: readonly A[], second: readonly B[]): Generator<readonly [A, B]> {
  for (const a of first) for (const b of second) yield [a, b];
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

/** Returns the rules that may stop the trials of a point, or slow them down. */
function stopsOf(cells: Cells): StopRule[] {
  const rules = STOPS.map(([metric, limit]) => ({
    metric: cellOf(cells, metric),
    limit: cellOf(cells, limit),
  }));
  return [
    ...rules.filter((rule) => !isIdle(rule)),
    ...plateauRule(cellOf(cells, "schedule"), cells["schedule.metric"]),
  ];
}

function variantOf({ cells, folder }: Point): DatasetVariant | UnreadableDataset {
  const { place, options = {} } = cells["dataset"]!;
  const written = { ...options, ...cells };
  return datasetVariant({ options: datasetOf(cells), place: place!, cells: written }, folder); // it has no default
}
