import type { Draft } from "../../fields/draft.ts";
import { lineText } from "../../place-text.ts";
import type { Problem } from "../../problem.ts";
import { type Place, errorAt } from "../../source-text.ts";
import { entryAt, toData } from "../../spec-node.ts";
import type { Branch, Dimension, Sweep } from "../../sweep.ts";
import { rawSize } from "../expand-sweep.ts";
import { statement, type Statement } from "../../../statement.ts";

/** What a dimension of the grid needs to be counted. */
type Counted = Pick<Dimension, "column" | "place"> & { readonly choices: { readonly length: number } };

/** Returns that grids have too many configurations together, if so; located at the longest axis. */
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
  return [errorAt(place, tooLarge({ most, advice }, `${shown} = ${size}`))];
}

/** Returns that a grid has too many configurations. */
export function tooLarge({ most, advice }: GridLimit, found: string): Statement {
  const rule = { subject: "The grid", verb: "must have", allowed: `at most ${most} configurations`, found };
  return statement("grid-too-large", rule, `Shorten an axis, or ${advice}`);
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

/** How many configurations a grid may have. */
export interface GridLimit {
  readonly most: number;
  /** What to do to have more: "raise --limit". */
  readonly advice: string;
}

/** Returns the limit of a spec: its own, `sweep.limit`, where that is lower than what the caller allows. */
export function gridLimit({ root }: Draft, allowed: number): GridLimit {
  const own = entryAt(root, "sweep.limit")?.value;
  const most = own ? Number(toData(own)) : Infinity;
  if (!own || most > allowed) return { most: allowed, advice: "raise --limit" };
  return { most, advice: `raise sweep.limit (${lineText(own.place, root.place.source.file)})` };
}

/** How often a rule may look at a configuration: what takes about half a second. */
const MOST_LOOKS = 10_000_000;

/** Returns that the rules of `when` and `exclude` are too many for so large a grid, if so. */
export function checkRuleCount(sweep: Sweep, place: Place): Problem[] {
  const [rules, size] = [sweep.when.length + sweep.exclude.length, rawSize(sweep)];
  if (rules * size <= MOST_LOOKS) return [];
  const found = `${rules} x ${size}`;
  const rule = {
    subject: "The product of rules and configurations",
    allowed: `at most ${MOST_LOOKS}`,
    found,
  };
  const hint = "Join rules: a list in a pattern means any of its values";
  return [errorAt(place, statement("grid-too-large", rule, hint))];
}
