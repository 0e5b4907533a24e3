import { CROSS, ROW_COLOR, type PlotFrame, type PlotLayer } from "../plot-frame.ts";
import type { ColoredCurve, NamedCurve } from "./named-curves.ts";

const LINE_WIDTH = 2.2;

/** Returns the layers of curves from bottom to top: grey curves, bands, lines, ends. Diverged curves end in a cross. */
export function curveLayers(
  curves: { readonly named: readonly NamedCurve[]; readonly grey: readonly ColoredCurve[] },
  { firstEpoch }: PlotFrame,
): PlotLayer[] {
  const [named, grey] = [fromEpoch(curves.named, firstEpoch), fromEpoch(curves.grey, firstEpoch)];
  const completed = named.filter(({ diverged }) => !diverged);
  const diverged = named.filter((curve) => curve.diverged);
  // Later rows are drawn on top: the best over the others, but short curves over long ones.
  const byLength = completed.toReversed().sort((a, b) => b.points.length - a.points.length);
  return [
    lines(grey.toReversed(), { strokeWidth: 1 }),
    bands(named.toReversed()),
    lines(byLength, { strokeWidth: LINE_WIDTH }),
    lines(diverged, { strokeWidth: LINE_WIDTH, strokeDash: [4, 3] }),
    ends(completed, { shape: "circle", filled: true, size: 36 }),
    ends(diverged, { shape: CROSS, size: 60, strokeWidth: 2 }),
  ];
}

function fromEpoch(curves: readonly ColoredCurve[], first: number): ColoredCurve[] {
  return curves.map((curve) => ({ ...curve, points: curve.points.filter(({ epoch }) => epoch >= first) }));
}

function lines(curves: readonly ColoredCurve[], mark: object): PlotLayer {
  return {
    data: { values: rowsOf(curves) },
    mark: { type: "line", strokeJoin: "round", ...mark },
    encoding: { color: ROW_COLOR, detail: { field: "curve" } },
  };
}

function bands(curves: readonly ColoredCurve[]): PlotLayer {
  return {
    data: { values: rowsOf(curves) },
    mark: { type: "area", opacity: 0.12 },
    encoding: {
      y: { field: "low", type: "quantitative" },
      y2: { field: "high" },
      color: ROW_COLOR,
      detail: { field: "curve" },
    },
  };
}

function ends(curves: readonly ColoredCurve[], mark: object): PlotLayer {
  const last = curves.map((curve) => ({ ...curve, points: curve.points.slice(-1) }));
  return {
    data: { values: rowsOf(last) },
    mark: { type: "point", opacity: 1, ...mark },
    encoding: { color: ROW_COLOR },
  };
}

function rowsOf(curves: readonly ColoredCurve[]): object[] {
  return curves.flatMap(({ points, color, configuration }) => {
    return points.map((point) => ({ ...point, color, curve: configuration.index }));
  });
}
