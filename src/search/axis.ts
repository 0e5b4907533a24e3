/** An axis of the unit cube that a search draws from. */
export type Axis = {
  /** The levels of axis 0 with which this axis matters, where axis 0 is the choice of a variant; absent: with all. */
  readonly variants?: readonly number[];
} & (
  | { readonly kind: "continuous" }
  /** `levels` values, each with an equal part of the axis. Neighbours are similar where they are ordered, such as numbers. */
  | { readonly kind: "ordered" | "unordered"; readonly levels: number }
);

/** Returns the level at a share of an axis. */
export function levelAt(levels: number, share: number): number {
  return Math.min(levels - 1, Math.floor(share * levels));
}

/** Returns the share in the middle of a level. */
export function shareOf(levels: number, level: number): number {
  return (level + 0.5) / levels;
}

/** Returns whether an axis matters with a level of axis 0. */
export function isActive({ variants }: Axis, variant: number): boolean {
  return !variants || variants.includes(variant);
}
