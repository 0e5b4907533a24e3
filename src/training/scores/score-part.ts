import type { NumberFacts } from "../../data/dataset.ts";
import { partRows, type DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Metric } from "../../spec/metrics.ts";
import { labelsOf } from "../evaluated-part.ts";
import { classScorer } from "./class-scores.ts";
import { numberScore } from "./number-score.ts";

/**
 * Returns the scores among metrics of one part, by their names.
 *
 * @param outputs The network's answers about the part, row-major [examples, outputs].
 */
export function scorePart(
  data: DatasetMemory,
  metrics: readonly Metric[],
  outputs: Float32Array,
): Record<string, number> {
  const scored = metrics.filter(({ score }) => score);
  const scoreOf = scorerOf(data, scored[0]!, outputs);
  return Object.fromEntries(scored.map((metric) => [metric.name, scoreOf(metric)]));
}

function scorerOf(data: DatasetMemory, { part }: Metric, outputs: Float32Array): (metric: Metric) => number {
  const rows = partRows(data, part!);
  const { target } = data;
  const { count } = target;
  if (target.kind === "classes") {
    const scoreOf = classScorer({ outputs, count, labels: labelsOf(data, rows) });
    return ({ score, ofClass }) => scoreOf(score!.name, ofClass);
  }
  const answers = { outputs, count, targets: targetsOf(data, rows), scales: scalesOf(target) };
  return ({ score }) => numberScore(score!.name, answers);
}

function scalesOf({ count, scales }: NumberFacts): readonly number[] {
  return scales ?? new Array<number>(count).fill(1);
}

function targetsOf(data: DatasetMemory, rows: Uint32Array): Float32Array {
  const { count } = data.target;
  const all = new Float32Array(data.memory.buffer, data.targetsOffset, data.examples * count);
  const targets = new Float32Array(rows.length * count);
  rows.forEach((row, i) => targets.set(all.subarray(row * count, (row + 1) * count), i * count));
  return targets;
}
