import { pixels, ROW_COLOR, type PlotLayer } from "../plot-frame.ts";
import { LENGTH, type EffectLanes } from "./effect-frame.ts";

/** The result of one value of an axis within one value of another. */
export interface SplitRow {
  readonly level: number;
  readonly place: number;
  readonly mean: number;
  readonly low?: number;
  readonly high?: number;
  readonly color: string;
}

/** Returns the layers that draw the levels: lines along numbers, intervals, means, and the names in their colours. */
export function splitLayers(
  rows: readonly SplitRow[],
  labels: readonly { readonly text: string; readonly place: number; readonly color: string }[],
  { across, isOrdered }: Omit<EffectLanes, "worst">,
): PlotLayer[] {
  const sorted = rows.toSorted((a, b) => a.level - b.level || a.place - b.place);
  return [
    ...(isOrdered
      ? [
          {
            data: { values: sorted },
            mark: { type: "line", strokeWidth: 1.5, opacity: 0.6 } as const,
            encoding: { color: ROW_COLOR, detail: { field: "level" } as const },
          },
        ]
      : []),
    {
      data: { values: sorted.filter(({ low }) => low !== undefined) },
      mark: { type: "rule", strokeWidth: 2 },
      encoding: {
        [across]: { field: "low", type: "quantitative" },
        [`${across}2`]: { field: "high" },
        color: ROW_COLOR,
      },
    },
    {
      data: { values: sorted.map(({ place, mean, color }) => ({ place, mean, color })) },
      mark: { type: "point", filled: true, opacity: 1, size: 70 },
      encoding: { color: ROW_COLOR },
    },
    {
      data: { values: labels.map(({ text, place, color }) => ({ text, y: place, color })) },
      mark: { type: "text" },
      encoding: { x: { value: LENGTH + 18 }, y: pixels("y"), text: { field: "text" }, color: ROW_COLOR },
    },
  ];
}
