import { ACCENT, ALARM, INK } from "../colors.ts";
import { CROSS, type PlotLayer } from "../plot-frame.ts";
import type { EffectLanes } from "./effect-frame.ts";
import type { EffectRow } from "./effect-rows.ts";

/** Returns the layers of an axis from bottom to top: single settings, line, intervals, means, diverged trials, names. */
export function effectLayers(rows: readonly EffectRow[], lanes: EffectLanes): PlotLayer[] {
  const known = rows.filter(({ mean }) => mean !== undefined);
  return [
    settings(known),
    ...(lanes.isOrdered ? [line(known)] : []),
    intervals(known, lanes),
    {
      data: { values: bare(known) },
      mark: { type: "point", filled: true, opacity: 1, size: 70, color: ACCENT },
    },
    ...crosses(rows, lanes),
    names(rows, lanes),
  ];
}

function settings(rows: readonly EffectRow[]): PlotLayer {
  const values = rows.flatMap(({ place, settings }) => {
    return settings.length < 2 ? [] : settings.map((mean) => ({ place, mean }));
  });
  return { data: { values }, mark: { type: "point", filled: true, size: 26, opacity: 0.35, color: ACCENT } };
}

function line(rows: readonly EffectRow[]): PlotLayer {
  const values = bare(rows.toSorted((a, b) => a.place - b.place));
  return { data: { values }, mark: { type: "line", color: ACCENT, strokeWidth: 1.5, opacity: 0.6 } };
}

function intervals(rows: readonly EffectRow[], { across }: EffectLanes): PlotLayer {
  const values = rows.flatMap(({ place, low, high }) => (low === undefined ? [] : [{ place, low, high }]));
  return {
    data: { values },
    mark: { type: "rule", color: ACCENT, strokeWidth: 2 },
    encoding: { [across]: { field: "low", type: "quantitative" }, [`${across}2`]: { field: "high" } },
  };
}

/** Returns the layers that mark diverged trials, where the worst values would be. */
export function crosses(rows: readonly EffectRow[], { along, worst }: EffectLanes): PlotLayer[] {
  const values = rows
    .filter(({ diverged }) => diverged !== "")
    .map(({ place, diverged }) => ({ place, mean: worst, diverged }));
  const beside = along === "x" ? ({ dx: 0, dy: -14, align: "center" } as const) : { dx: 12 };
  return [
    {
      data: { values },
      mark: { type: "point", shape: CROSS, size: 70, strokeWidth: 2, opacity: 1, color: ALARM },
    },
    {
      data: { values },
      mark: { type: "text", color: ALARM, ...beside },
      encoding: { text: { field: "diverged" } },
    },
  ];
}

/** Returns the layer with the values of the axis. */
export function names(
  rows: readonly EffectRow[],
  { along, across }: Pick<EffectLanes, "along" | "across">,
): PlotLayer {
  const values = rows.map(({ label, place }) => ({ label, place }));
  const isBelow = along === "x";
  return {
    data: { values },
    mark: { type: "text", color: INK, align: isBelow ? "center" : "right" },
    encoding: { [across]: { value: isBelow ? 262 : -14 }, text: { field: "label" } },
  };
}

function bare(rows: readonly EffectRow[]): object[] {
  return rows.map(({ place, mean }) => ({ place, mean }));
}
