import type { PartName } from "../data/dataset.ts";
import { partRows, type DatasetMemory } from "../kernels/dataset-memory.ts";
import type { Session } from "../kernels/kernel.ts";
import type { Metric } from "../spec/metrics.ts";

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
    const { loss, accuracy } = evaluatePart(session, data, part);
    for (const { name, quantity } of metrics.filter((metric) => metric.part === part)) {
      if (quantity === "accuracy") measured[name] = accuracy;
      else measured[name] = quantity === "cost" ? loss + penalty() : loss;
    }
  }
  return measured;
}

function evaluatePart(
  session: Session,
  data: DatasetMemory,
  part: PartName,
): { loss: number; accuracy: number } {
  const rows = partRows(data, part);
  const { lossSum, correct } = session.evaluate(rows);
  return { loss: lossSum / rows.length, accuracy: correct / rows.length };
}
