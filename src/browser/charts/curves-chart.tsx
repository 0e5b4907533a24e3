import type { JSX } from "preact";
import { useContext, useMemo, useState } from "preact/hooks";
import { figureText } from "../../results/figure-text.ts";
import type { Curve } from "./curve.ts";
import { curveFrame, type CurveFrame, type CurveScale } from "./curve-frame.ts";
import { CurveNames } from "./curve-names.tsx";
import { Clipped, Lines, Parts } from "./curve-lines.tsx";
import { curvePath } from "./curve-paths.ts";
import { nearestCurve, type CurvePoint } from "./nearest-curve.ts";
import { tickText } from "../../report/pictures/value-axis.ts";
import { lineStyle } from "../model/line-style.ts";
import { LengthUnit } from "../view/length-unit.ts";
import { useWidth } from "./use-width.ts";

/** What a chart of curves shows. */
interface CurvesChartProps {
  readonly metric: string;
  /** The last ones are drawn over the others. */
  readonly curves: readonly Curve[];
  readonly height: number;
  /** Default: all values. */
  readonly scale?: CurveScale;
  /** Drawn below the curves while one of them is pointed at. */
  readonly partsOf?: (key: Curve["key"]) => readonly Curve[];
  /** What the chart shows, for those who cannot see it. */
  readonly label: string;
  readonly onPick?: (key: Curve["key"]) => void;
  readonly onPoint?: (key: Curve["key"] | undefined) => void;
}

/** Curves of one metric over the epochs; the one under the pointer is highlighted with its name and value. */
export function CurvesChart({
  metric,
  curves,
  height,
  scale = "whole",
  partsOf,
  label,
  onPick,
  onPoint,
}: CurvesChartProps): JSX.Element {
  const [width, element] = useWidth<HTMLDivElement>();
  const [seen, setPoint] = useState<CurvePoint>();
  const frame = useMemo(
    () => curveFrame(metric, curves, { width, height, scale }),
    [metric, curves, width, height, scale],
  );
  const unit = useContext(LengthUnit);
  const point = seen && samePoint(seen, curves);
  const show = (found: CurvePoint | undefined): void => {
    setPoint(found);
    if (found?.curve.key !== seen?.curve.key) onPoint?.(found?.curve.key);
  };
  return (
    <div class="chart" ref={element}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={label}
        onPointerMove={(event) => show(nearestCurve(curves, frame, { x: event.offsetX, y: event.offsetY }))}
        onPointerLeave={() => show(undefined)}
        onClick={() => point && onPick?.(point.curve.key)}
        class={onPick && point ? "pickable" : ""}
      >
        <Axes frame={frame} metric={metric} unit={unit} />
        <Clipped frame={frame}>
          <Lines curves={curves} frame={frame} />
          {point && <Parts curves={partsOf?.(point.curve.key) ?? []} of={point.curve} frame={frame} />}
          {point && <PointedCurve point={point} frame={frame} />}
        </Clipped>
        <CurveNames curves={curves} frame={frame} />
      </svg>
      {point && <Tooltip point={point} frame={frame} metric={metric} />}
    </div>
  );
}

/** Returns a point of a curve as it is among the curves of today, which may be other objects; undefined if it is gone. */
function samePoint({ curve: { key }, epoch }: CurvePoint, curves: readonly Curve[]): CurvePoint | undefined {
  const curve = curves.find((one) => one.key === key);
  const value = curve?.values[epoch] ?? null;
  return curve && value !== null ? { curve, epoch, value } : undefined;
}

function Axes({
  frame,
  metric,
  unit,
}: {
  frame: CurveFrame;
  metric: string;
  unit: "epoch" | "step";
}): JSX.Element {
  return (
    <g class="axes" aria-hidden="true">
      {frame.yTicks.map((tick) => (
        <g key={`y${tick}`}>
          <line x1={frame.left} x2={frame.right} y1={frame.y(tick)} y2={frame.y(tick)} />
          <text x={frame.left - 8} y={frame.y(tick)} dy="0.32em" class="end">
            {tickText(metric, tick)}
          </text>
        </g>
      ))}
      {frame.xTicks.map((tick) => (
        <text key={`x${tick}`} x={frame.x(tick)} y={frame.bottom + 19} class="middle">
          {tick}
        </text>
      ))}
      <text x={(frame.left + frame.right) / 2} y={frame.bottom + 39} class="middle">
        {unit}
      </text>
    </g>
  );
}

function PointedCurve({ point, frame }: { point: CurvePoint; frame: CurveFrame }): JSX.Element {
  const path = curvePath(point.curve.values, frame);
  return (
    <g class={`pointed ${point.curve.look}`} style={lineStyle(point.curve.color)}>
      <path class="curve halo" d={path} />
      <path class="curve" d={path} />
      <circle cx={frame.x(point.epoch)} cy={frame.y(point.value)} r={4} />
    </g>
  );
}

function Tooltip({
  point,
  frame,
  metric,
}: {
  point: CurvePoint;
  frame: CurveFrame;
  metric: string;
}): JSX.Element {
  const unit = useContext(LengthUnit);
  const x = frame.x(point.epoch);
  const isRight = x > frame.width / 2;
  const place = isRight ? { right: `${frame.width - x + 12}px` } : { left: `${x + 12}px` };
  return (
    <div class="tooltip" style={{ ...place, top: `${Math.max(0, frame.y(point.value) - 44)}px` }}>
      <strong>{figureText(metric, point.value)}</strong>
      <span>
        {unit} {point.epoch}
      </span>
      <span>{point.curve.label}</span>
    </div>
  );
}
