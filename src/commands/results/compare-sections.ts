import { comparisonText } from "../../report/comparison-text.ts";
import type { TableView } from "../../report/tables/render-table.ts";
import type {
  BoardComparison,
  ResultsComparison,
  ComparedSetting,
  LoneSetting,
} from "../../results/changes/board-comparison.ts";
import type { Setting } from "../../results/changes/board-settings.ts";
import { intervalText } from "../../results/figure-text.ts";
import { metricText } from "../../results/metric-text.ts";
import { axisName, shownText } from "../../results/setting-text.ts";
import type { StatedValue } from "../../results/stated-value.ts";
import type { ColumnValue } from "../../spec/sweep.ts";
import { clipText } from "../../text/clip-text.ts";

/** Settings that a list shows. */
const MOST_ROWS = 20;

/** A line of a file may be long. */
const LONGEST = 63;

type Row = readonly string[];

/** A table of a comparison. */
export interface Section {
  /** "" for the counts, which need none. */
  readonly title: string;
  readonly view: TableView<Row>;
  /** Rows beyond those shown. */
  readonly more: number;
}

/** Returns the tables of a comparison, each with at least one row. */
export function compareSections(comparison: ResultsComparison): Section[] {
  const { changes, changed, added, removed, paths, objective, files } = comparison;
  const metric = metricText(objective.metric, comparison);
  const names = paths.map((path) =>
    axisName(
      path,
      paths.map((other) => ({ path: other })),
    ),
  );
  const loneRow = ({ setting, configuration }: LoneSetting): Row => [
    ...cellsOf(setting),
    intervalText(objective.metric, configuration.objective) || "-",
  ];
  return [
    section("", ["", "settings", "trials"], countRows(comparison)),
    section(
      "shared by all settings",
      ["", "before", "after"],
      changes.map(({ path, before, after }) => [path, textOf(before), textOf(after)]),
    ),
    section(
      "changed, the largest difference first",
      [...names, "before", "after", "difference", "identical trials"],
      changed.map((setting) => changedRow(setting, objective.metric)),
    ),
    section("added", [...names, metric], added.map(loneRow)),
    section("removed", [...names, metric], removed.map(loneRow)),
    section(
      "files that disagree about the same trials",
      ["file", "place", "before", "after"],
      files.map(({ file, place, before, after }) => [
        file,
        place,
        clipText(before, LONGEST, "..."),
        clipText(after, LONGEST, "..."),
      ]),
    ),
  ].filter(({ view }) => view.rows.length > 0);
}

function countRows({ identical, changed, added, removed }: BoardComparison): Row[] {
  const trialsOf = (settings: readonly { configuration: ComparedSetting["after"] }[]): number =>
    settings.reduce((sum, { configuration }) => sum + configuration.trials.length, 0);
  const both = (settings: readonly ComparedSetting[]) =>
    settings.map(({ after }) => ({ configuration: after }));
  const kinds = { identical: both(identical), changed: both(changed), added, removed };
  return Object.entries(kinds).map(([kind, settings]) => [
    kind,
    String(settings.length),
    String(trialsOf(settings)),
  ]);
}

function changedRow({ setting, statistics, difference, trials }: ComparedSetting, metric: string): Row {
  const identical = trials.filter(({ isIdentical }) => isIdentical).length;
  return [
    ...cellsOf(setting),
    intervalText(metric, statistics.before) || "-",
    intervalText(metric, statistics.after) || "-",
    comparisonText(metric, { difference, interval: difference.status === "tested" ? difference.ci95 : null }),
    `${identical} of ${trials.length}`,
  ];
}

function cellsOf(setting: Setting): string[] {
  return [...setting.values()].map(textOf);
}

function textOf(value: StatedValue | null): string {
  return shownText(value as ColumnValue | null);
}

function section(title: string, headings: readonly string[], rows: readonly Row[]): Section {
  const columns = headings.map((heading, i) => {
    const textOf = (row: Row): string => row[i]!;
    return {
      key: heading,
      heading,
      ...(heading === "" && { side: "left" as const }),
      textOf,
      valueOf: textOf,
    };
  });
  const more = Math.max(0, rows.length - MOST_ROWS);
  return { title, view: { columns, rows: rows.slice(0, MOST_ROWS) }, more };
}
