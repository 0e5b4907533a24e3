import { lengthUnit } from "../../../results/length-unit.ts";
import { settingText } from "../../../results/setting-text.ts";
import type { ConfigurationResult, Results } from "../../../results/results.ts";
import { clipText } from "../../../text/clip-text.ts";
import type { Chart, GroupMark, Mark, Place } from "../chart.ts";
import { distinctColor } from "../colors.ts";
import { metricScale, type PlotScale } from "../plot-scale.ts";
import { textWidth } from "../text-width.ts";
import { countAxis, valueAxis } from "../value-axis.ts";
import type { CurvePoint } from "./learning-curves.ts";
import { largestOf } from "../../../math/extremes.ts";

/** The size of a single panel, and of one of several. */
const [ALONE, SMALL] = [{ width: 520, height: 260 } as const, { width: 186, height: 120 } as const];
const COLUMNS = 3;
const GAP = { x: 66, y: 92 } as const;
const LEGEND = 26;
/** Above a panel, to the middle of its name. */
const NAME = 14;
const LONGEST_NAME = 34;

/** Two metrics over the epochs of a setting. */
export interface FitPanel {
  readonly setting: ConfigurationResult;
  /** One for each metric. */
  readonly curves: readonly (readonly CurvePoint[])[];
}

/** What panels have in common. */
interface FitMetrics {
  readonly metrics: readonly string[];
  /** In words. */
  readonly names: readonly string[];
  /** Settings that were measured. */
  readonly all: number;
}

/** Returns the chart of two metrics over the epochs, a panel for each setting, all on one scale. */
export function fitChart(
  panels: readonly FitPanel[],
  { metrics, names, all }: FitMetrics,
  results: Results,
): Chart {
  const size = panels.length === 1 ? ALONE : SMALL;
  const columns = Math.min(COLUMNS, panels.length);
  const points = panels.flatMap(({ curves }) => curves.flatMap((curve) => trained(curve)));
  const scale = metricScale(
    metrics[0]!,
    points.map(({ mean }) => mean),
    points.flatMap(({ low, high }) => [low, high]),
  );
  const unit = lengthUnit(results);
  const groups = panels.map((panel, i): GroupMark => ({
    mark: "group",
    x: (i % COLUMNS) * (size.width + GAP.x),
    y: LEGEND + NAME + 14 + Math.floor(i / COLUMNS) * (size.height + GAP.y),
    size,
    marks: panelMarks(panel, { scale, size, unit, metric: metrics[0]!, columns: results.columns }),
  }));
  return {
    title: `Training vs. ${names[1]}`,
    subtitle: [
      all === panels.length
        ? "every setting, the best first"
        : `the best ${panels.length} of ${all} settings`,
      ...(scale.type === "log" ? ["logarithmic scale"] : []),
    ].join("; "),
    size: { width: columns * (size.width + GAP.x) - GAP.x, height: LEGEND },
    marks: [...legend(names), ...groups],
  };
}

interface PanelFrame {
  readonly scale: PlotScale;
  readonly size: Chart["size"];
  readonly unit: "epoch" | "step";
  readonly metric: string;
  readonly columns: Results["columns"];
}

function panelMarks(
  { setting, curves }: FitPanel,
  { scale, size, unit, metric, columns }: PanelFrame,
): Mark[] {
  const last = largestOf(curves.flatMap((curve) => curve.map(({ epoch }) => epoch)));
  const placeOf = (epoch: number, value: number): Place => ({
    x: ((epoch - 1) / Math.max(1, last - 1)) * size.width,
    y: (1 - shareOf(value, scale)) * size.height,
  });
  return [
    {
      mark: "text",
      x: 0,
      y: -NAME,
      text: clipText(settingText(setting, columns), LONGEST_NAME),
      isBold: true,
    },
    ...valueAxis(scale, metric, { size, direction: "up" }),
    ...countAxis([1, last], unit, size),
    ...curves.flatMap((curve, i): Mark[] => {
      const color = distinctColor(i);
      const spans = trained(curve).map(({ epoch, low, high }) => ({
        x: placeOf(epoch, low).x,
        low: placeOf(epoch, low).y,
        high: placeOf(epoch, high).y,
      }));
      const places = trained(curve).map(({ epoch, mean }) => placeOf(epoch, mean));
      return [
        { mark: "area", spans, color, opacity: 0.14, isClipped: true },
        { mark: "line", places, color, width: 2, isClipped: true },
      ];
    }),
  ];
}

function legend(names: readonly string[]): Mark[] {
  let x = 0;
  return names.flatMap((text, i): Mark[] => {
    const [start, color] = [x, distinctColor(i)];
    x += 26 + textWidth(text) + 22;
    const places = [
      { x: start, y: 4 },
      { x: start + 18, y: 4 },
    ];
    return [
      { mark: "line", places, color, width: 2.4 },
      { mark: "text", x: start + 26, y: 4, text, color },
    ];
  });
}

/** The end of an interval may be 0, which no logarithmic scale has. */
function shareOf(value: number, { type, domain, share }: PlotScale): number {
  return type === "log" && value < domain[0] ? 0 : share(value);
}

function trained(points: readonly CurvePoint[]): readonly CurvePoint[] {
  return points.filter(({ epoch }) => epoch > 0);
}
