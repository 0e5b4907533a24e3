import type { DataFolder } from "../../../data/source.ts";
import { valueAt } from "../../distribution.ts";
import type { Branch, Cell, Cells, Dimension, Point } from "../../sweep.ts";

/** What a search draws from: a unit cube, each point of which is a configuration. */
export interface SearchSpace {
  /** Of the cube: the choice of a variant, then every column of any variant. */
  readonly axes: number;
  readonly pointAt: (shares: readonly number[]) => Point;
}

/** Returns the space of grids: variants are equally likely, and share the axes that several of them have. */
export function searchSpace(branches: readonly Branch[], folder: DataFolder): SearchSpace {
  const offset = branches.length > 1 ? 1 : 0;
  const columns = new Set(branches.flatMap(({ dimensions }) => dimensions.map(({ column }) => column)));
  const axisOf = new Map([...columns].map((column, i) => [column, offset + i]));
  const pointAt = (shares: readonly number[]): Point => {
    const { variant, fixed, dimensions } = itemAt(branches, offset === 0 ? 0 : shares[0]!);
    const chosen: Record<string, Cell> = {};
    for (const dimension of dimensions)
      Object.assign(chosen, choiceAt(dimension, shares[axisOf.get(dimension.column)!]!));
    const cells = { ...fixed, ...chosen };
    return variant ? { cells, folder, variant: variant.name } : { cells, folder };
  };
  return { axes: offset + columns.size, pointAt };
}

function choiceAt({ column, choices, distribution }: Dimension, share: number): Cells {
  if (!distribution) return itemAt(choices, share);
  const { place } = distribution;
  return { [column]: { ...choices[0]![column], value: valueAt(distribution, share), place } };
}

function itemAt<Item>(items: readonly Item[], share: number): Item {
  return items[Math.floor(share * items.length)]!;
}
