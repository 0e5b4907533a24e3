import { partRows, type DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Session } from "../../kernels/kernel.ts";
import type { LayerParameters } from "../../kernels/network.ts";
import { NOISE_BATCHES, type Metric, type MetricFamily } from "../../metrics/metrics.ts";
import type { Measurement } from "../measure.ts";
import { gradientNoise } from "./gradient-noise.ts";
import { gradientVector, dot } from "./gradient-vector.ts";

/** What to measure. */
interface Measure {
  readonly metrics: readonly Metric[];
  /** Returns the rows of the first batches of the next epoch, at most so many. */
  readonly batches: (atMost: number) => readonly Uint32Array[];
}

/** Measures the metrics that are made of gradients of the loss, without penalties and dropout; nothing where none is wanted. */
export function measureGradients(
  session: Session,
  data: DatasetMemory,
  { metrics, batches }: Measure,
): Measurement {
  const wants = (family: MetricFamily): boolean => metrics.some((metric) => metric.family === family);
  const [wantsNoise, wantsLayers] = [wants("gradientNoise"), wants("layerGradients")];
  if (!wantsNoise && !wantsLayers) return {};
  const rows = partRows(data, "train");
  const examples = rows.length;
  const gradient = session.gradient(rows);
  const full = gradientVector(gradient, examples);
  return {
    ...(wantsNoise && gradientNoise(session, { full, examples, batches: batches(NOISE_BATCHES) })),
    ...(wantsLayers && layerGradients(gradient, examples)),
  };
}

/**
 * Returns the length of each layer's part of a gradient, that of the weights and biases which enter it: `layerGradient1`,
 * ..., counted from the inputs.
 *
 * @param gradient Summed over `examples`.
 */
function layerGradients(gradient: readonly LayerParameters[], examples: number): Measurement {
  return Object.fromEntries(
    gradient.map((layer, l) => {
      const vector = gradientVector([layer], examples);
      return [`layerGradient${l + 1}`, Math.sqrt(dot(vector, vector))];
    }),
  );
}
