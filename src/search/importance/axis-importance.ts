import type { PhiloxKey } from "../../math/philox.ts";
import { RandomStream } from "../../math/random-stream.ts";
import type { Observation } from "../ask.ts";
import { shareOf, type Axis } from "../axis.ts";
import { pointAt, positionAt, sharesOf } from "../point.ts";
import { sequenceFor } from "../sequences.ts";
import type { Sample } from "./choose-split.ts";
import { growTree, meanAt, valueAt, type TreeNode } from "./regression-tree.ts";

/** Which axes of a search matter. */
export interface Importance {
  /** Of each axis, alone: the share of the variance of the loss over the whole space. What remains is due to several together. */
  readonly shares: readonly number[];
  /**
   * The share of the variance of the observed losses that the forest predicts without having seen them, at most 1. Near or below
   * 0, the other shares mean nothing.
   */
  readonly explained: number;
}

const TREES = 32;
/** Points of the cube by which the variance is measured. */
const PROBES = 1024;
/** Positions on an axis at which its effect is measured, where it has no fewer levels. */
const MOST_STEPS = 128;

/**
 * Returns which axes matter, by a functional analysis of variance: a random forest is fitted to the observations, and the
 * variance of its prediction over the whole cube is divided. So it does not matter where a search has tried more points. Failed
 * observations are left out, and an axis that does not matter to a point counts as in its middle there. Undefined where the
 * prediction is the same everywhere: losses are equal, or there are hardly any. Trees flatten what they predict, so a share may be
 * off by a tenth even with a thousand observations (test/search/importance.test.ts).
 * Sources: Hutter, Hoos and Leyton-Brown, "An efficient approach for assessing hyperparameter importance" (ICML 2014), here for
 * the mean of the trees instead of each of them; Breiman, "Random forests" (Machine Learning 45, 2001).
 */
export function axisImportance(
  axes: readonly Axis[],
  observations: readonly Observation[],
  key: PhiloxKey,
): Importance | undefined {
  const samples = observations.flatMap(({ shares, loss }): Sample[] => {
    return loss === undefined ? [] : [{ position: positionOf(axes, shares), loss }];
  });
  if (samples.length === 0) return undefined;
  const trees = Array.from({ length: TREES }, (_, tree) =>
    drawTree(axes, samples, new RandomStream(key, tree, 1)),
  );
  const sequence = sequenceFor(axes.length, key);
  const probes = Array.from({ length: PROBES }, (_, i) => predict(trees, positionOf(axes, sequence(i))));
  const effects = axes.map((axis, i) => varianceOf(effectOf(trees, axis, i)));
  // All of it is at least that of single axes: probes may miss a narrow box.
  const variance = Math.max(
    varianceOf(probes),
    effects.reduce((sum, effect) => sum + effect, 0),
  );
  if (variance === 0) return undefined;
  return { shares: effects.map((effect) => effect / variance), explained: explainedBy(trees, samples) };
}

interface Tree {
  readonly root: TreeNode;
  /** How often each sample was drawn for it. */
  readonly counts: readonly number[];
}

function positionOf(axes: readonly Axis[], shares: readonly number[]): number[] {
  const clean = sharesOf(axes, pointAt(axes, shares));
  return axes.map((axis, i) => positionAt(axis, clean[i]!));
}

/** Grows a tree from as many samples as there are, drawn with replacement. */
function drawTree(axes: readonly Axis[], samples: readonly Sample[], random: RandomStream): Tree {
  const counts = samples.map(() => 0);
  for (let i = 0; i < samples.length; i++) counts[random.integer(samples.length)]! += 1;
  const drawn = samples.flatMap((sample, i) => Array.from({ length: counts[i]! }, () => sample));
  return { root: growTree(axes, drawn), counts };
}

function predict(trees: readonly Tree[], position: readonly number[]): number {
  return meanOf(trees.map(({ root }) => valueAt(root, position)));
}

/** Returns the mean prediction at evenly spaced positions on an axis. */
function effectOf(trees: readonly Tree[], axis: Axis, i: number): number[] {
  const steps = axis.kind === "continuous" ? MOST_STEPS : Math.min(axis.levels, MOST_STEPS);
  return Array.from({ length: steps }, (_, step) => {
    const position = positionAt(axis, shareOf(steps, step));
    return meanOf(trees.map(({ root }) => meanAt(root, i, position)));
  });
}

/** Returns the share of variance that trees predict of samples that they were not grown from. */
function explainedBy(trees: readonly Tree[], samples: readonly Sample[]): number {
  const unseen = samples.flatMap(({ position, loss }, i) => {
    const others = trees.filter(({ counts }) => counts[i] === 0);
    return others.length === 0 ? [] : [{ loss, miss: loss - predict(others, position) }];
  });
  const error = meanOf(unseen.map(({ miss }) => miss * miss));
  const variance = varianceOf(unseen.map(({ loss }) => loss));
  return variance > 0 ? 1 - error / variance : 0;
}

function varianceOf(values: readonly number[]): number {
  const centre = meanOf(values);
  return meanOf(values.map((value) => (value - centre) * (value - centre)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
