import { argmax } from "../../math/extremes.ts";
import { RandomStream } from "../../math/random-stream.ts";
import type { Ask, Observation, Origin, Proposal } from "../ask.ts";
import { sequenceFor } from "../sequences.ts";
import { ParzenEstimator, type Draw } from "./parzen-estimator.ts";
import { pointAt, sharesOf } from "../point.ts";

/** How many points are drawn for each that is proposed. */
const CANDIDATES = 24;
/** Of n observations, this times the root of n count as good. */
const GOOD_ROOT = 0.5;

/**
 * Yields the points of a generation, without end: the caller takes as many as it wants, and leaves out those that it has or
 * may not try. Generation 0 is a Sobol sequence. Any other draws from a density of the good observations, and of every 24 points
 * takes the one where that density is largest in relation to the density of the others. A point that was proposed counts as a bad
 * observation for those after it in the same generation, so that they differ ("constant liar"). Only the order of losses matters,
 * equal ones in plan order; what failed is the worst.
 * Sources: Bergstra, Bardenet, Bengio and Kégl, "Algorithms for hyper-parameter optimization" (NIPS 2011); Watanabe,
 * "Tree-structured Parzen estimator: understanding its algorithm components and their roles for better empirical performance"
 * (2023); Ginsbourger, Le Riche and Carraro, "Kriging is well-suited to parallelize optimization" (2010), for the liar.
 */
export function* proposeTpe(ask: Ask): Generator<Proposal, never> {
  if (ask.generation === 0) yield* proposeStart(ask);
  const { axes, key, observations, generation } = ask;
  const { good, bad } = split(observations);
  const estimator = (places: readonly number[]): ParzenEstimator => {
    return new ParzenEstimator(
      axes,
      places.map((place) => pointAt(axes, observations[place]!.shares)),
    );
  };
  const [better, worse] = [estimator(good), estimator(bad)];
  for (let index = 0; ; index++) {
    // Draws 0 of each cell belong to the scrambling of the start.
    const random = new RandomStream(key, generation, index + 1);
    const { point, kernel } = bestDraw(better, worse, random);
    worse.add(point);
    const origin: Origin =
      kernel === undefined ? { kind: "uniform" } : { kind: "kernel", around: good[kernel]! };
    yield { shares: sharesOf(axes, point), origin };
  }
}

/** Yields points that fill the cube evenly. */
function* proposeStart({ axes, key }: Ask): Generator<Proposal, never> {
  const sequence = sequenceFor(axes.length, key);
  for (let index = 0; ; index++) yield { shares: sequence(index), origin: { kind: "sequence", index } };
}

function bestDraw(better: ParzenEstimator, worse: ParzenEstimator, random: RandomStream): Draw {
  const draws = Array.from({ length: CANDIDATES }, () => better.draw(random));
  const ratios = draws.map(({ point }) => better.densityAt(point) / worse.densityAt(point));
  return draws[argmax(ratios)]!;
}

/** Returns the places of the good observations, the best first, and of the others. */
function split(observations: readonly Observation[]): { good: number[]; bad: number[] } {
  const losses = observations.map(({ loss }) => (loss === undefined || Number.isNaN(loss) ? Infinity : loss));
  const ranked = [...losses.keys()].sort((a, b) =>
    losses[a]! < losses[b]! ? -1 : losses[a]! > losses[b]! ? 1 : a - b,
  );
  const finished = losses.filter((loss) => loss < Infinity).length;
  const count = Math.min(finished, goodCount(losses.length));
  return { good: ranked.slice(0, count), bad: ranked.slice(count) };
}

/** Returns how many of some observations count as good, if so many have a loss. */
export function goodCount(observations: number): number {
  return Math.ceil(GOOD_ROOT * Math.sqrt(observations));
}
