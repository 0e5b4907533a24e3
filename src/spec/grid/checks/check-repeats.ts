import { columnValue } from "../../column-value.ts";
import { FIELDS_READ_TOGETHER } from "../../../configuration/effective-configuration.ts";
import { variedPaths } from "../apply-rules.ts";
import { expandSweep } from "../expand-sweep.ts";
import { factOf } from "../fact-of.ts";
import { pointText } from "../point-text.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, warningAt, type Place } from "../../source-text.ts";
import { trainingKeys } from "../training-key.ts";
import type { Branch, Column, Dimension, Point, Sweep } from "../../sweep.ts";
import { statement } from "../../../statement.ts";

/** A point and what its training depends on: equal keys are the same trials. */
interface KeyedPoint {
  readonly point: Point;
  readonly key: string;
}

/**
 * Returns the axes that change nothing, the variants that repeat another and, as warnings, the configurations that are
 * left out because an earlier one trains the same trials; and how many configurations remain.
 */
export function checkRepeats(sweep: Sweep, points: readonly Point[]): { problems: Problem[]; kept: number } {
  const suspects = keyed(sweep.search ? alikeInSome(points, sweep) : points, sweep);
  const kept = points.length - suspects.length + new Set(suspects.map(({ key }) => key)).size;
  if (kept === points.length) return { problems: [], kept };
  const all = suspects.length === points.length ? suspects : keyed(points, sweep);
  const errors = [...idleAxes(sweep, all), ...equalVariants(sweep, all)];
  return { problems: errors.length > 0 ? errors : repeats(sweep, all), kept };
}

function keyed(points: readonly Point[], sweep: Sweep): KeyedPoint[] {
  const keyOf = trainingKeys(sweep);
  return points.map((point) => ({ point, key: keyOf(point) }));
}

/**
 * Returns the points that another one equals in each field that is taken as it is written: no others can train the same trials.
 * Of points that a search draws, there are few.
 */
function alikeInSome(points: readonly Point[], sweep: Sweep): Point[] {
  const paths = [...variedPaths(sweep)].filter((path) => !FIELDS_READ_TOGETHER.has(path.split(".", 1)[0]!));
  const valuesOf = ({ cells }: Point): string => JSON.stringify(paths.map((path) => cells[path]?.value));
  const counts = new Map<string, number>();
  const written = points.map(valuesOf);
  for (const values of written) counts.set(values, (counts.get(values) ?? 0) + 1);
  return points.filter((_, i) => counts.get(written[i]!)! > 1);
}

/**
 * Returns the axes of a grid without rules that change nothing. Axes of a field that is taken as it is written are looked
 * at alone: they change as much, or as little, independent of the others, and large grids have such axes.
 */
export function idleAxesOfProduct(sweep: Sweep): Problem[] {
  return sweep.branches.flatMap((branch) => {
    const groups = new Map<string, Set<Dimension>>();
    for (const dimension of branch.dimensions) {
      const field = dimension.column.split(".", 1)[0]!;
      const key = FIELDS_READ_TOGETHER.has(field) ? "" : field;
      groups.set(key, (groups.get(key) ?? new Set()).add(dimension));
    }
    return [...groups.values()].flatMap((group) => {
      const dimensions = branch.dimensions.map((dimension) =>
        group.has(dimension) ? dimension : { ...dimension, choices: dimension.choices.slice(0, 1) },
      );
      const part = { ...sweep, branches: [{ ...branch, dimensions }] };
      const { problems } = checkRepeats(part, expandSweep(part).points);
      return problems.filter(({ severity }) => severity === "error");
    });
  });
}

/** An axis changes nothing where points that differ in it alone are always the same. */
function idleAxes({ columns, branches }: Sweep, points: readonly KeyedPoint[]): Problem[] {
  const inGrid = points.filter(({ point }) => !point.inclusion);
  return axesOf(branches).flatMap(({ column, place }) => {
    const others = columns.filter(({ path }) => path !== column);
    const groups = new Map<string, Set<string>>();
    for (const { point, key } of inGrid) {
      const rest = JSON.stringify(others.map((other) => valueOf(other, point)));
      const group = groups.get(rest);
      if (group) group.add(key);
      else groups.set(rest, new Set([key]));
    }
    const changes = groups.size === inGrid.length || [...groups.values()].some((keys) => keys.size > 1);
    if (changes) return [];
    const message = `The axis ${column} makes no difference: all of its values train the same trials`;
    return [errorAt(place, statement("changes-nothing", message, "Give it one value"))];
  });
}

function equalVariants({ branches }: Sweep, points: readonly KeyedPoint[]): Problem[] {
  const variants = branches.flatMap(({ variant }) => variant ?? []);
  const trials = variants.map(({ name }) => {
    const keys = points.filter(({ point }) => point.variant === name).map(({ key }) => key);
    return [...new Set(keys)].toSorted().join();
  });
  return variants.flatMap(({ name, place }, i) => {
    const first = trials.indexOf(trials[i]!);
    if (first === i || trials[i] === "") return [];
    const message = `The variant ${name} trains the same trials as ${variants[first]!.name}`;
    const hint = "Give it other values, or remove it";
    return [errorAt(place, statement("repeated-configuration", message, hint))];
  });
}

/** One warning for each rule of `include`, and one for each axis or variant by which points only seem to differ. */
function repeats(sweep: Sweep, points: readonly KeyedPoint[]): Problem[] {
  const firsts = new Map<string, Point>();
  const warnings = new Map<Place, { count: number; point: Point; first: Point }>();
  for (const { point, key } of points) {
    const first = firsts.get(key);
    if (!first) firsts.set(key, point);
    if (!first) continue;
    const place = placeOfRepeat(sweep, point, first);
    const count = (warnings.get(place)?.count ?? 0) + 1;
    warnings.set(place, { count, point, first });
  }
  return [...warnings].map(([place, { count, point, first }]) => {
    const more = count > 1 ? ` (and ${count - 1} more)` : "";
    const [left, other] = [pointText(point, sweep.columns), pointText(first, sweep.columns)];
    const message = `Repeated configuration, trained once: ${left}${more} is the same as ${other}`;
    return warningAt(place, statement("repeated-configuration", message));
  });
}

function placeOfRepeat({ columns, branches }: Sweep, point: Point, first: Point): Place {
  if (point.inclusion) return point.inclusion.place;
  const differs = (column: Column) => valueOf(column, point) !== valueOf(column, first);
  const differing = new Set(columns.filter(differs).map(({ path }) => path));
  const axis = axesOf(branches).find(({ column }) => differing.has(column));
  const branch = branches.find(({ variant }) => variant && variant.name === point.variant);
  return axis?.place ?? branch?.variant?.place ?? branches[0]!.dimensions[0]!.place;
}

function axesOf(branches: readonly Branch[]): { column: string; place: Place }[] {
  const places = new Map(
    branches.flatMap(({ dimensions }) => dimensions.map(({ column, place }) => [column, place])),
  );
  return [...places].map(([column, place]) => ({ column, place }));
}

function valueOf(column: Column, point: Point): string {
  return JSON.stringify(columnValue(column, (path) => factOf(point, path)));
}
