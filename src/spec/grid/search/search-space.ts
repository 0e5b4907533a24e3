import type { DataFolder } from "../../../data/source.ts";
import type { Axis } from "../../../search/axis.ts";
import { samplerOf, shareAt } from "../../distribution.ts";
import type { Branch, Cell, Cells, Dimension, Point } from "../../sweep.ts";

/** What a search draws from: a unit cube, each point of which is a configuration. */
export interface SearchSpace {
  /** Of the cube: the choice of a variant, then every column of any variant. */
  readonly axes: readonly Axis[];
  /** Paths of their columns. */
  readonly columns: readonly string[];
  readonly pointAt: (shares: readonly number[]) => Point;
  /** Returns a point of the cube whose configuration has these values; undefined where there is none. */
  readonly sharesOf: (cells: Cells) => readonly number[] | undefined;
}

/** Returns the space of grids: variants are equally likely, and share the axes that several of them have. */
export function searchSpace(branches: readonly Branch[], folder: DataFolder): SearchSpace {
  const offset = branches.length > 1 ? 1 : 0;
  const columns = [...new Set(branches.flatMap(({ dimensions }) => dimensions.map(({ column }) => column)))];
  const axisOf = new Map(columns.map((column, i) => [column, offset + i]));
  const drawn = branches.map(({ variant, fixed, dimensions }) => ({
    fixed,
    named: variant ? { folder, variant: variant.name } : { folder },
    choices: dimensions.map((dimension) => ({
      axis: axisOf.get(dimension.column)!,
      choose: chooser(dimension),
    })),
  }));
  const pointAt = (shares: readonly number[]): Point => {
    const { fixed, named, choices } = itemAt(drawn, offset === 0 ? 0 : shares[0]!);
    const cells: Record<string, Cell> = { ...fixed };
    for (const { axis, choose } of choices) choose(cells, shares[axis]!);
    return { cells, shares, ...named };
  };
  const sharesOf = (cells: Cells): readonly number[] | undefined => {
    if (branches.length !== 1) return undefined; // which variant an included point is like is not known
    const shares = branches[0]!.dimensions.map((dimension) => shareIn(dimension, cells));
    return shares.every((share) => share !== undefined) ? shares : undefined;
  };
  const choice: Axis[] = offset === 0 ? [] : [{ kind: "unordered", levels: branches.length }];
  return {
    axes: [...choice, ...columns.map((column) => axisNamed(column, branches))],
    columns: [...choice.map(() => "variant"), ...columns],
    pointAt,
    sharesOf,
  };
}

/** Returns what an axis is like; a column whose choices differ between variants is like a continuous one. */
function axisNamed(column: string, branches: readonly Branch[]): Axis {
  const found = branches.map(({ dimensions }) => dimensions.find((dimension) => dimension.column === column));
  const variants = found.flatMap((dimension, i) => (dimension ? [i] : []));
  const own = found.flatMap((dimension) => dimension ?? []);
  const kinds = own.map(kindOfDimension);
  const [first] = kinds;
  const kind =
    first && kinds.every((each) => JSON.stringify(each) === JSON.stringify(first)) ? first : CONTINUOUS;
  return { ...kind, ...(variants.length < branches.length && { variants }) };
}

const CONTINUOUS: Axis = { kind: "continuous" };

function kindOfDimension({ column, choices, distribution }: Dimension): Axis {
  if (distribution) {
    const { kind, from, to, step, isLog } = distribution;
    if (kind !== "integers" || isLog) return CONTINUOUS;
    return { kind: "ordered", levels: (to - from) / step + 1 };
  }
  const values = choices.map((choice) => choice[column]?.value);
  const isOrdered = values.every(
    (value, i) => typeof value === "number" && (i === 0 || value > Number(values[i - 1])),
  );
  return { kind: isOrdered ? "ordered" : "unordered", levels: choices.length };
}

/** Returns a function that sets the cells of a dimension at a share of it. A hundred thousand points are drawn like this. */
function chooser({ column, choices, distribution }: Dimension): Chooser {
  if (!distribution) return (cells, share) => Object.assign(cells, itemAt(choices, share));
  const cell = { ...choices[0]![column], place: distribution.place };
  const sample = samplerOf(distribution);
  if (distribution.kind !== "integers")
    return (cells, share) => void (cells[column] = { ...cell, value: sample(share) });
  const known = new Map<number, Cell>(); // integers are drawn again and again, and cells are known by identity
  return (cells, share) => {
    const value = sample(share);
    const drawn = known.get(value) ?? { ...cell, value };
    known.set(value, drawn);
    cells[column] = drawn;
  };
}

type Chooser = (cells: Record<string, Cell>, share: number) => void;

function shareIn({ column, choices, distribution }: Dimension, cells: Cells): number | undefined {
  if (distribution) return shareAt(distribution, Number(cells[column]?.value));
  const keyOf = (choice: Cells): string =>
    JSON.stringify(Object.keys(choice).map((path) => choice[path]?.value));
  const index = choices.findIndex((choice) => {
    return keyOf(choice) === JSON.stringify(Object.keys(choice).map((path) => cells[path]?.value));
  });
  return index < 0 ? undefined : (index + 0.5) / choices.length;
}

function itemAt<Item>(items: readonly Item[], share: number): Item {
  return items[Math.floor(share * items.length)]!;
}
