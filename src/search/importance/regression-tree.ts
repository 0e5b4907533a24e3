import type { Axis } from "../axis.ts";
import { chooseSplit, isLeft, type Sample, type Split } from "./choose-split.ts";

/** The part of an axis that a box covers: from one share to another, or some levels. */
type Extent = { readonly low: number; readonly high: number } | { readonly levels: readonly number[] };

/** A function that is constant on boxes, which fill the unit cube. */
export interface TreeNode {
  /** Of the function over the box of the node. */
  readonly mean: number;
  readonly branch?: Branch;
}

/** The two parts of a box. */
export interface Branch {
  readonly split: Split;
  /** The part of the box that is left. */
  readonly weight: number;
  readonly left: TreeNode;
  readonly right: TreeNode;
}

/** Returns the tree of some samples: boxes are divided as long as that lowers the squared error. */
export function growTree(axes: readonly Axis[], samples: readonly Sample[]): TreeNode {
  const isUnordered = axes.map(({ kind }) => kind === "unordered");
  const whole = axes.map((axis): Extent => {
    if (axis.kind !== "unordered") return { low: 0, high: 1 };
    return { levels: Array.from({ length: axis.levels }, (_, level) => level) };
  });
  const grow = (own: readonly Sample[], box: readonly Extent[]): TreeNode => {
    const split = chooseSplit(own, isUnordered);
    if (!split) return { mean: own.reduce((sum, { loss }) => sum + loss, 0) / own.length };
    const { axis } = split;
    const [inside, outside] = divide(box[axis]!, split);
    const part = (isInside: boolean): TreeNode =>
      grow(
        own.filter(({ position }) => isLeft(split, position[axis]!) === isInside),
        box.with(axis, isInside ? inside : outside),
      );
    const weight = sizeOf(inside) / sizeOf(box[axis]!);
    const [left, right] = [part(true), part(false)];
    return { mean: weight * left.mean + (1 - weight) * right.mean, branch: { split, weight, left, right } };
  };
  return grow(samples, whole);
}

/** Returns the mean of a tree's function over all positions that have one position on one axis. */
export function meanAt({ mean, branch }: TreeNode, axis: number, position: number): number {
  if (!branch) return mean;
  const { split, weight, left, right } = branch;
  if (split.axis === axis) return meanAt(isLeft(split, position) ? left : right, axis, position);
  return weight * meanAt(left, axis, position) + (1 - weight) * meanAt(right, axis, position);
}

/** Returns the value of a tree's function. */
export function valueAt({ mean, branch }: TreeNode, position: readonly number[]): number {
  if (!branch) return mean;
  return valueAt(isLeft(branch.split, position[branch.split.axis]!) ? branch.left : branch.right, position);
}

function divide(extent: Extent, split: Split): readonly [Extent, Extent] {
  if ("levels" in extent) {
    const parts = [true, false].map((side) => extent.levels.filter((level) => isLeft(split, level) === side));
    return [{ levels: parts[0]! }, { levels: parts[1]! }];
  }
  const threshold = "threshold" in split ? split.threshold : extent.high;
  return [
    { low: extent.low, high: threshold },
    { low: threshold, high: extent.high },
  ];
}

function sizeOf(extent: Extent): number {
  return "levels" in extent ? extent.levels.length : extent.high - extent.low;
}
