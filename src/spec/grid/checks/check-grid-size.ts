import type { GridLimit } from "./grid-limit.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, type Place } from "../../source-text.ts";
import type { Branch, Dimension } from "../../sweep.ts";

/** What a dimension of the grid needs to be counted. */
type Counted = Pick<Dimension, "column" | "place"> & { readonly choices: { readonly length: number } };

/** Returns that grids have more configurations together than they may, if so; located at the longest axis. */
export function checkGridSize(
  grids: readonly { readonly variant?: Branch["variant"]; readonly dimensions: readonly Counted[] }[],
  { most, advice }: GridLimit,
): Problem[] {
  const sizes = grids.map(({ dimensions }) => productOf(dimensions));
  const size = sizes.reduce((sum, part) => sum + part, 0);
  if (size <= most) return [];
  const axes = grids.flatMap(({ dimensions }) => dimensions);
  const place = axes.length > 0 ? longestOf(axes).place : grids[0]!.variant!.place;
  const parts = grids.map(({ dimensions }) => factorsOf(dimensions));
  const shown = parts.length > 3 ? `${parts.length} variants` : parts.join(" + ");
  const message = `Cannot plan the grid as it may have at most ${most} configurations: ${shown} = ${size}`;
  return [errorAt(place, { code: "grid-too-large", message, hint: `Shorten an axis, or ${advice}` })];
}

function productOf(dimensions: readonly Counted[]): number {
  return dimensions.reduce((product, { choices }) => product * choices.length, 1);
}

function factorsOf(dimensions: readonly Counted[]): string {
  return dimensions.map(({ column, choices }) => `${choices.length} (${column})`).join(" x ") || "1";
}

function longestOf(axes: readonly Counted[]): { readonly place: Place } {
  return axes.reduce((a, b) => (b.choices.length > a.choices.length ? b : a));
}
