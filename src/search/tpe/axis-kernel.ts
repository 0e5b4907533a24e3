import { exp } from "../../math/exp.ts";
import { inverseNormal } from "../../math/inverse-normal.ts";
import { log } from "../../math/log.ts";
import { normalProbability } from "../../math/normal-distribution.ts";
import type { RandomStream } from "../../math/random-stream.ts";
import { statistics } from "../../math/statistics.ts";
import type { Axis } from "../axis.ts";
import { positionAt } from "../point.ts";

/** The kernels of an axis, all of the same width. Densities are relative to the uniform one. */
export interface AxisKernel {
  /** Returns the logarithm of the density at the centre. */
  readonly peakAt: (centre: number) => number;
  /** By how much that falls with the square of the distance. */
  readonly slope: number;
  /** By how much it falls at any distance but 0. */
  readonly step: number;
  readonly drawNear: (centre: number, random: RandomStream) => number;
}

const LOG_SQRT_TWO_PI = 0.9189385332046727;
/** The narrowest and the widest normal kernel; around n positions it is no narrower than `CROWD` / (n + 2). */
const [NARROWEST, WIDEST, CROWD] = [0.02, 0.5, 0.5];
/** Shares lie above 0 and below 1. */
const LEAST_SHARE = 1.1102230246251565e-16;

/**
 * Returns the kernels of an axis around some positions.
 *
 * @param dimensions Axes of the space.
 */
export function axisKernel(axis: Axis, positions: readonly number[], dimensions: number): AxisKernel {
  if (axis.kind === "unordered") return unorderedKernel(axis.levels, positions.length);
  const least = axis.kind === "ordered" ? 0.5 / axis.levels : 0;
  return normalKernel(axis, Math.max(least, bandwidth(positions, dimensions)));
}

/**
 * Returns the standard deviation of a normal kernel: the rule of thumb for a normal density in several dimensions, within limits.
 * The lower limit falls as good points become more, so that a few of them that happen to be close do not end the search.
 * Sources: Scott, Multivariate Density Estimation (1992), section 6.3; Watanabe, "Tree-structured Parzen estimator" (2023),
 * section 3.3.4, for the limit, which is "magic clipping" at half its usual size.
 */
function bandwidth(positions: readonly number[], dimensions: number): number {
  const { n, sd } = statistics(positions);
  if (sd === null) return WIDEST;
  const factor = exp(log(4 / ((dimensions + 2) * n)) / (dimensions + 4));
  return Math.min(WIDEST, Math.max(NARROWEST, CROWD / (n + 2), factor * sd));
}

/** A normal distribution around the centre, cut off at both ends of the axis. */
function normalKernel(axis: Axis, width: number): AxisKernel {
  const ends = (centre: number): [number, number] => {
    return [normalProbability(-centre / width), normalProbability((1 - centre) / width)];
  };
  return {
    peakAt: (centre) => {
      const [below, within] = ends(centre);
      return -log(width * (within - below)) - LOG_SQRT_TWO_PI;
    },
    slope: 1 / (2 * width * width),
    step: 0,
    drawNear: (centre, random) => {
      const [below, within] = ends(centre);
      const share = centre + width * inverseNormal(below + random.uniform() * (within - below));
      return positionAt(axis, Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share)));
    },
  };
}

/**
 * The centre, or with a share of probability that falls with the number of kernels any level.
 * Source: Aitchison and Aitken, "Multivariate binary discrimination by the kernel method" (Biometrika 63, 1976).
 */
function unorderedKernel(levels: number, count: number): AxisKernel {
  const strays = levels / (levels + count + 1);
  return {
    peakAt: () => log((1 - strays) * levels + strays),
    slope: 0,
    step: log(((1 - strays) * levels + strays) / strays),
    drawNear: (centre, random) => (random.uniform() < strays ? random.integer(levels) : centre),
  };
}
