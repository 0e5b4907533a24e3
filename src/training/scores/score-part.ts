import type { NumberFacts } from "../../data/dataset.ts";
import { partRows, type DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Metric } from "../../metrics/metrics.ts";
import type { ScoreName } from "../../metrics/scores.ts";
import { labelsOf } from "../evaluated-part.ts";
import type { NumberAnswers } from "./answers.ts";
import { classScorer } from "./class-scores.ts";

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

/**
 * Returns a score of predicted numbers, in the units of the data: the mean over the outputs of each one's mean absolute
 * error (`mae`), root of the mean squared error (`rmse`), or share of the variance that is explained (`r2`): 1 - the sum of
 * the squared errors by that of the squared distances from the mean; where these are 0, 1 if there is no error, else 0.
 */
export function numberScore(name: ScoreName, answers: NumberAnswers): number {
  const { count } = answers;
  let sum = 0;
  for (let k = 0; k < count; k++) sum += scoreOf(name, answers, k);
  return sum / count;
}

function scoreOf(name: ScoreName, { outputs, targets, count, scales }: NumberAnswers, k: number): number {
  const examples = targets.length / count;
  let [absolute, squared, total, squaredTotal] = [0, 0, 0, 0];
  for (let i = k; i < targets.length; i += count) {
    const error = outputs[i]! - targets[i]!;
    absolute += Math.abs(error);
    squared += error * error;
    total += targets[i]!;
  }
  if (name === "mae") return (absolute / examples) * scales[k]!;
  if (name === "rmse") return Math.sqrt(squared / examples) * scales[k]!;
  const mean = total / examples;
  for (let i = k; i < targets.length; i += count) squaredTotal += (targets[i]! - mean) * (targets[i]! - mean);
  return squaredTotal === 0 ? (squared === 0 ? 1 : 0) : 1 - squared / squaredTotal;
}
