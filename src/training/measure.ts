import type { PartName } from "../data/dataset.ts";
import { partRows, type DatasetMemory } from "../kernels/dataset-memory.ts";
import type { Session } from "../kernels/kernel.ts";
import type { Metric } from "../spec/metrics.ts";

/** Metric -> its value at the end of one epoch, maybe not finite. */
export type Measurement = Readonly<Record<string, number>>;

/** Measures the metrics that need a full pass over a part, one pass for each part. */
export function measure(session: Session, data: DatasetMemory, metrics: readonly Metric[]): Measurement {
  const measured: Record<string, number> = {};
  const parts = new Set(metrics.flatMap(({ part }) => (part ? [part] : [])));
  for (const part of parts) {
    const { loss, accuracy } = evaluatePart(session, data, part);
    for (const metric of metrics) {
      if (metric.part === part) measured[metric.name] = metric.quantity === "accuracy" ? accuracy : loss;
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
