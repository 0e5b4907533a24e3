import type { Session } from "../../kernels/kernel.ts";
import { arcCosine } from "../../math/arc-cosine.ts";
import type { Measurement } from "../measure.ts";
import { dot, gradientVector, squaredDistance } from "./gradient-vector.ts";

const DEGREES = 180 / Math.PI;

/** Mini-batches and what they were drawn from. */
interface Sample {
  /** The mean gradient of all `examples`. */
  readonly full: Float64Array;
  readonly examples: number;
  /** Rows of each, all of one size. */
  readonly batches: readonly Uint32Array[];
}

/**
 * Returns how far mini-batch gradients g_B are from the full gradient g, over all parameters:
 *
 * - `gradientNorm`: |g|.
 * - `gradientVariance`: the mean of |g_B - g|^2. That of batches of m of n examples is the variance of single examples
 *   divided by m, times (n - m) / (n - 1), as they are drawn without replacement (Cochran, Sampling Techniques, 1977,
 *   section 2.5).
 * - `gradientAngle`: the mean angle between the two in degrees; 90 where one of them is 0.
 * - `gradientNoiseScale`: the variance of single examples by |g|^2, in examples: batches of that size have noise as large as
 *   the gradient (McCandlish, Kaplan, Amodei, OpenAI Dota Team, "An Empirical Model of Large-Batch Training", 2018). By
 *   the 1/m law it does not depend on the size of the batches from which it is computed; not finite where a batch is all examples.
 */
export function gradientNoise(session: Session, { full, examples, batches }: Sample): Measurement {
  const size = batches[0]!.length;
  const squaredNorm = dot(full, full);
  let [squaredDistances, angles] = [0, 0];
  for (const rows of batches) {
    const batch = gradientVector(session.gradient(rows), size);
    squaredDistances += squaredDistance(batch, full);
    angles += angleOf(dot(batch, full), Math.sqrt(dot(batch, batch) * squaredNorm));
  }
  const variance = squaredDistances / batches.length;
  const ofOne = (variance * size * (examples - 1)) / (examples - size);
  return {
    gradientNorm: Math.sqrt(squaredNorm),
    gradientVariance: variance,
    gradientAngle: (angles / batches.length) * DEGREES,
    gradientNoiseScale: ofOne / squaredNorm,
  };
}

function angleOf(product: number, lengths: number): number {
  if (lengths === 0) return Math.PI / 2;
  return arcCosine(Math.max(-1, Math.min(1, product / lengths)));
}
