import { canonicalJson } from "../../../data/canonical-json.ts";
import type { Results } from "../../../results/results.ts";
import { axisName, shownText } from "../../../results/setting-text.ts";
import type { Column, ColumnValue } from "../../../spec/sweep.ts";
import { plotScale } from "../plot-scale.ts";
import { axisPlaces } from "./axis-places.ts";

/** An axis along which the settings of a search are placed by their values: 0 = lower end, 1 = upper end. */
export interface SearchedAxis {
  readonly path: string;
  /** Number of its column. */
  readonly column: number;
  readonly name: string;
  /** Whether its values are a few that are listed, so that many settings share one. */
  readonly isListed: boolean;
  /** Whether they are placed by their logarithm. */
  readonly isLog: boolean;
  readonly labels: readonly { readonly text: string; readonly place: number }[];
  readonly placeOf: (value: ColumnValue) => number;
}

/** Returns the axes of a search, without names: these are not values that could be compared. */
export function searchedAxes(results: Results): SearchedAxis[] {
  return results.columns.flatMap((own, column): SearchedAxis[] => {
    if (own.kind === "name") return [];
    const values = results.configurations.flatMap((configuration) => configuration.values[column] ?? []);
    const axis = { path: own.path, column, name: axisName(own.path, results.columns) };
    return [{ ...axis, ...(drawnAxis(own, values) ?? listedAxis(own, values)) }];
  });
}

type Scaled = Pick<SearchedAxis, "isListed" | "isLog" | "labels" | "placeOf">;

/** Undefined where values are not numbers that a distribution gives. */
function drawnAxis({ distribution }: Column, values: readonly ColumnValue[]): Scaled | undefined {
  const numbers = values.filter((value) => typeof value === "number");
  if (!distribution || numbers.length < values.length) return undefined;
  const { from, to, isLog } = distribution;
  const ends = numbers.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [from, to],
  );
  const { ticks, share, type } = plotScale(ends, isLog);
  return {
    isListed: false,
    isLog: type === "log",
    labels: ticks.map((tick) => ({ text: String(tick), place: share(tick) })),
    placeOf: (value) => share(Number(value)),
  };
}

function listedAxis(own: Column, values: readonly ColumnValue[]): Scaled {
  const distinct = new Map([...own.values, ...values].map((value) => [canonicalJson(value), value]));
  const { places, isLog } = axisPlaces([...distinct.values()]);
  const placed = new Map([...distinct.keys()].map((key, i) => [key, places[i]!]));
  return {
    isListed: true,
    isLog,
    labels: [...distinct.values()].map((value, i) => ({ text: shownText(value), place: places[i]! })),
    placeOf: (value) => placed.get(canonicalJson(value)) ?? 0,
  };
}
