import type { PartName } from "../data/dataset.ts";
import { partRows, type DatasetMemory } from "../kernels/dataset-memory.ts";
import type { Session } from "../kernels/kernel.ts";
import type { LayerParameters } from "../kernels/network.ts";
import type { Optimizer } from "../kernels/optimizers/optimizer.ts";
import type { Metric } from "../metrics/metrics.ts";
import { scorePart } from "./scores/score-part.ts";

/** Metric -> its value at the end of one epoch, maybe not finite. */
export type Measurement = Readonly<Record<string, number>>;

/** What to measure. */
interface Measure {
  readonly metrics: readonly Metric[];
  /** What a cost has beyond the loss. */
  readonly penalty: () => number;
}

/** Measures the metrics that need a full pass over a part, one pass for each part. */
export function measure(session: Session, data: DatasetMemory, { metrics, penalty }: Measure): Measurement {
  const measured: Record<string, number> = {};
  const parts = new Set(metrics.flatMap(({ part }) => (part ? [part] : [])));
  for (const part of parts) {
    const wanted = metrics.filter((metric) => metric.part === part);
    const { loss, accuracy, scores } = evaluatePart(session, data, part, wanted);
    for (const { name, quantity } of wanted) {
      if (quantity === "score") measured[name] = scores[name]!;
      else if (quantity === "accuracy") measured[name] = accuracy;
      else measured[name] = quantity === "cost" ? loss + penalty() : loss;
    }
  }
  return measured;
}

/** One pass gives all; outputs are kept only where a score is wanted. */
function evaluatePart(
  session: Session,
  data: DatasetMemory,
  part: PartName,
  wanted: readonly Metric[],
): { loss: number; accuracy: number; scores: Measurement } {
  const rows = partRows(data, part);
  const hasScores = wanted.some(({ quantity }) => quantity === "score");
  const outputs = hasScores ? new Float32Array(rows.length * data.target.count) : undefined;
  const { lossSum, correct } = session.evaluate(rows, outputs);
  const scores = outputs ? scorePart(data, wanted, outputs) : {};
  return { loss: lossSum / rows.length, accuracy: correct / rows.length, scores };
}

/** Returns lambda / 2n sum w^2 + lambda / n sum |w| over all weights, in float64; biases have no share in it. */
export function penalty(
  { l2 = 0, l1 = 0 }: Pick<Optimizer, "l2" | "l1">,
  layers: readonly LayerParameters[],
): number {
  let [squares, sizes] = [0, 0];
  for (const { weights } of layers) {
    for (let i = 0; i < weights.length; i++) {
      squares += weights[i]! * weights[i]!;
      sizes += Math.abs(weights[i]!);
    }
  }
  return (l2 / 2) * squares + l1 * sizes;
}
