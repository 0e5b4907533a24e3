import { exp } from "../../math/exp.ts";
import type { RandomStream } from "../../math/random-stream.ts";
import type { Axis } from "../axis.ts";
import { axisKernel, type AxisKernel } from "./axis-kernel.ts";
import { isUsed, positionAt, type Point } from "../point.ts";

/** A kernel further away than this adds less to a density than rounding takes from it. */
const NEGLIGIBLE = -50;

interface Kernel {
  readonly centre: Point;
  /** The logarithm of its density at its centre, by axis. */
  readonly peaks: readonly number[];
}

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
  readonly #axisKernels: readonly AxisKernel[];
  readonly #kernels: Kernel[] = [];

  constructor(axes: readonly Axis[], points: readonly Point[]) {
    this.#axes = axes;
    this.#axisKernels = axes.map((axis, i) => {
      const positions = points.map((point) => point[i]!).filter((position) => !Number.isNaN(position));
      return axisKernel(axis, positions, axes.length);
    });
    for (const point of points) this.add(point);
  }

  /** Adds a kernel as wide as the others. */
  add(centre: Point): void {
    const peaks = centre.map((position, i) => this.#axisKernels[i]!.peakAt(position));
    this.#kernels.push({ centre, peaks });
  }

  densityAt(point: Point): number {
    let sum = 1;
    for (const kernel of this.#kernels) {
      const exponent = this.#logDensity(kernel, point);
      if (exponent > NEGLIGIBLE) sum += exp(exponent);
    }
    return sum / (this.#kernels.length + 1);
  }

  draw(random: RandomStream): Draw {
    const place = random.integer(this.#kernels.length + 1);
    const centre = this.#kernels[place]?.centre;
    const point: number[] = [];
    for (const [i, axis] of this.#axes.entries()) {
      const from = centre?.[i] ?? NaN;
      if (!isUsed(axis, i, point)) point.push(NaN);
      else if (Number.isNaN(from)) point.push(positionAt(axis, random.uniform()));
      else point.push(this.#axisKernels[i]!.drawNear(from, random));
    }
    return { point, kernel: centre && place };
  }

  #logDensity({ centre, peaks }: Kernel, point: Point): number {
    let sum = 0;
    for (let i = 0; i < point.length; i++) {
      const distance = point[i]! - centre[i]!;
      if (Number.isNaN(distance)) continue;
      const { slope, step } = this.#axisKernels[i]!;
      sum += peaks[i]! - distance * distance * slope - (distance === 0 ? 0 : step);
    }
    return sum;
  }
}
