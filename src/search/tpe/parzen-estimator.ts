import { exp } from "../../math/exp.ts";
import type { RandomStream } from "../../math/random-stream.ts";
import type { Axis } from "../axis.ts";
import { isUsed, positionAt, type Point } from "../point.ts";
import { axisKernel, type AxisKernel } from "./axis-kernel.ts";

/** The logarithm of a density that is lost by rounding when it is added to that of the uniform kernel. */
const NEGLIGIBLE = -37;

/** A point that was drawn, and the place of the kernel that it was drawn from; undefined where that is the uniform one. */
export interface Draw {
  readonly point: Point;
  readonly kernel: number | undefined;
}

/**
 * A density over the unit cube, relative to the uniform one: the mean of a kernel around each point and of a uniform one. A
 * kernel is a product over the axes, so the density knows which values go together. Where an axis matters to a point but not to
 * the centre of a kernel, the kernel is uniform.
 * Sources: Bergstra, Bardenet, Bengio and Kégl, "Algorithms for hyper-parameter optimization" (NIPS 2011); products over axes:
 * Falkner, Klein and Hutter, "BOHB: robust and efficient hyperparameter optimization at scale" (ICML 2018).
 */
export class ParzenEstimator {
  readonly #axes: readonly Axis[];
  readonly #kernels: readonly AxisKernel[];
  readonly #slopes: Float64Array;
  readonly #steps: Float64Array;
  #count = 0;
  /** Of each kernel, by axis: its centre, and the logarithm of its density there. */
  #centres: Float64Array;
  #peaks: Float64Array;

  constructor(axes: readonly Axis[], points: readonly Point[]) {
    this.#axes = axes;
    this.#kernels = axes.map((axis, i) => {
      const positions = points.map((point) => point[i]!).filter((position) => !Number.isNaN(position));
      return axisKernel(axis, positions, axes.length);
    });
    this.#slopes = Float64Array.from(this.#kernels, ({ slope }) => slope);
    this.#steps = Float64Array.from(this.#kernels, ({ step }) => step);
    const room = (points.length + 1) * axes.length;
    [this.#centres, this.#peaks] = [new Float64Array(room), new Float64Array(room)];
    for (const point of points) this.add(point);
  }

  /** Adds a kernel as wide as the others. */
  add(centre: Point): void {
    const start = this.#count * centre.length;
    if (start === this.#centres.length)
      [this.#centres, this.#peaks] = [doubled(this.#centres), doubled(this.#peaks)];
    this.#centres.set(centre, start);
    const peaks = centre.map((position, i) => this.#kernels[i]!.peakAt(position));
    this.#peaks.set(peaks, start);
    this.#count += 1;
  }

  densityAt(point: Point): number {
    const [centres, peaks, slopes, steps] = [this.#centres, this.#peaks, this.#slopes, this.#steps];
    const own = Float64Array.from(point);
    let sum = 1;
    for (let kernel = 0, at = 0; kernel < this.#count; kernel++) {
      let exponent = 0;
      for (let i = 0; i < own.length; i++, at++) {
        const distance = own[i]! - centres[at]!;
        if (Number.isNaN(distance)) continue;
        exponent += peaks[at]! - distance * distance * slopes[i]! - (distance === 0 ? 0 : steps[i]!);
      }
      if (exponent > NEGLIGIBLE) sum += exp(exponent);
    }
    return sum / (this.#count + 1);
  }

  draw(random: RandomStream): Draw {
    const place = random.integer(this.#count + 1);
    const isUniform = place === this.#count;
    const point: number[] = [];
    for (const [i, axis] of this.#axes.entries()) {
      const centre = isUniform ? NaN : this.#centres[place * this.#axes.length + i]!;
      if (!isUsed(axis, i, point)) point.push(NaN);
      else if (Number.isNaN(centre)) point.push(positionAt(axis, random.uniform()));
      else point.push(this.#kernels[i]!.drawNear(centre, random));
    }
    return { point, kernel: isUniform ? undefined : place };
  }
}

function doubled(values: Float64Array): Float64Array {
  const room = new Float64Array(2 * values.length);
  room.set(values);
  return room;
}
