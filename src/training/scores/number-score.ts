import type { ScoreName } from "../../spec/scores.ts";
import type { NumberAnswers } from "./answers.ts";

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
