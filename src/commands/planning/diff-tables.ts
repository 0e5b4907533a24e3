import { axisName, shownText } from "../../results/setting-text.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import type { Change, ComparedConfiguration } from "../../trials/compare-plans.ts";
import { countText } from "./outlook.ts";
import { visibleText } from "../../text/visible-text.ts";
import { durationText } from "../../text/quantity-text.ts";
import type { Difference } from "./difference.ts";

/** Configurations that a list shows. */
const MOST_ROWS = 20;

/** A table of plain text; the first row holds the headings. */
export type Rows = readonly (readonly string[])[];

/** A list of configurations that only one side has. */
export interface DiffList {
  readonly title: "Added" | "Removed";
  readonly rows: Rows;
  /** Configurations beyond those shown. */
  readonly more: number;
}

/** Returns how many trials are added, removed and unchanged, and their cost where it is known. */
export function countRows({ costs }: Difference): Rows {
  const sides = Object.entries(costs);
  if (sides.every(({ 1: { trials, seconds } }) => trials === 0 || seconds === null))
    return [["", "trials"], ...sides.map(([name, { trials }]) => [name, String(trials)])];
  const rows = sides.map(([name, { trials, multiplyAdds, seconds }]) => [
    name,
    String(trials),
    trials > 0 ? countText(multiplyAdds) : "",
    seconds !== null && trials > 0 ? durationText(seconds) : "",
  ]);
  return [["", "trials", "multiply-adds", "time"], ...rows];
}

/** Returns the changed values that all trials share; no rows where there are none. */
export function changeRows({ changes }: Difference): Rows {
  const rows = changes.map(({ path, before, after }: Change) => [path, textOf(before), textOf(after)]);
  return rows.length === 0 ? [] : [["", "before", "after"], ...rows];
}

/** Returns a sentence for each file that is not the same: which trials it makes train again. */
export function fileLines({ files, added, unchanged }: Difference): string[] {
  const all = added.reduce((sum, { trials }) => sum + trials.length, unchanged.length);
  return files.map(({ path, change, trials }) => {
    const which =
      trials === all ? (all === 1 ? "the trial" : `all ${all} trials`) : `${trials} of ${all} trials`;
    return `${visibleText(path)} ${change}: ${which} ${trials === 1 ? "is" : "are"} trained again`;
  });
}

/** Returns the lists of added and of removed configurations, by their distinguishing values; no empty lists. */
export function diffLists({ added, removed, columns }: Difference): DiffList[] {
  const lists = [
    { title: "Added", configurations: added },
    { title: "Removed", configurations: removed },
  ] as const;
  return lists.flatMap(({ title, configurations }) => {
    const rows = configurations.slice(0, MOST_ROWS).map((configuration) => rowOf(configuration, columns));
    const more = Math.max(0, configurations.length - MOST_ROWS);
    return rows.length === 0 ? [] : [{ title, rows: [headingsOf(columns), ...rows], more }];
  });
}

function headingsOf(columns: readonly string[]): string[] {
  const named = columns.map((path) => ({ path }));
  return [...columns.map((path) => axisName(path, named)), "replicates"];
}

function rowOf({ fields, trials }: ComparedConfiguration, columns: readonly string[]): string[] {
  return [...columns.map((path) => shownText(fields.get(path) ?? null)), rangeText(trials)];
}

function rangeText(trials: ComparedConfiguration["trials"]): string {
  const [first, last] = [trials[0]!.replicate, trials.at(-1)!.replicate];
  return first === last ? String(first) : `${first}-${last}`;
}

function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : shownText(value as FieldValue);
}
