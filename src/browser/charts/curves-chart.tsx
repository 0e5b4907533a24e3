import type { JSX } from "preact";
import { useContext, useMemo, useState } from "preact/hooks";
import type { Curve } from "./curve.ts";
import { CurveAxes } from "./curve-axes.tsx";
import { curveFrame, type CurveFrame, type CurveScale } from "./curve-frame.ts";
import { CurveTooltip } from "./curve-tooltip.tsx";
import { CurveNames } from "./curve-names.tsx";
import { Clipped, Lines, Parts } from "./curve-lines.tsx";
import { curvePath } from "./curve-paths.ts";
import { nearestCurve, type CurvePoint } from "./nearest-curve.ts";
import { lineStyle } from "../model/line-style.ts";
import { LengthUnit } from "../view/length-unit.ts";
import { useWidth } from "./use-width.ts";
import { useZoom } from "./use-zoom.ts";
import { ZoomButtons } from "./zoom-buttons.tsx";
import type { Zoom } from "./zoom.ts";

/** What a chart of curves shows. */
interface CurvesChartProps {
  readonly metric: string;
  /** The last ones are drawn over the others. */
  readonly curves: readonly Curve[];
  readonly height: number;
  /** Default: all values. */
  readonly scale?: CurveScale;
  /** The part that is shown; absent = all. */
  readonly zoom?: Zoom | undefined;
  /** Absent = the chart cannot be zoomed. */
  readonly onZoom?: (zoom: Zoom | undefined) => void;
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
  zoom,
  onZoom,
  partsOf,
  label,
  onPick,
  onPoint,
}: CurvesChartProps): JSX.Element {
  const [width, element] = useWidth<HTMLDivElement>();
  const [seen, setPoint] = useState<CurvePoint>();
  const frame = useMemo(
    () => curveFrame(metric, curves, { width, height, scale, zoom }),
    [metric, curves, width, height, scale, zoom],
  );
  const unit = useContext(LengthUnit);
  const point = seen && samePoint(seen, curves);
  const show = (found: CurvePoint | undefined): void => {
    setPoint(found);
    if (found?.curve.key !== seen?.curve.key) onPoint?.(found?.curve.key);
  };
  const { box, wasDragged, handlers, reach } = useZoom(frame, zoom, onZoom);
  const pick = (): void => {
    if (point && !wasDragged()) onPick?.(point.curve.key);
  };
  return (
    <div class="chart" ref={element} {...reach}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={label}
        onPointerMove={(event) => show(nearestCurve(curves, frame, { x: event.offsetX, y: event.offsetY }))}
        onPointerLeave={() => show(undefined)}
        onClick={pick}
        {...handlers}
        class={onPick && point ? "pickable" : ""}
      >
        <CurveAxes frame={frame} metric={metric} unit={unit} />
        <Clipped frame={frame}>
          <Lines curves={curves} frame={frame} />
          {point && <Parts curves={partsOf?.(point.curve.key) ?? []} of={point.curve} frame={frame} />}
          {point && <PointedCurve point={point} frame={frame} />}
        </Clipped>
        <CurveNames curves={curves} frame={frame} />
        {box && <rect class="zoom-box" {...box} />}
      </svg>
      {onZoom && <ZoomButtons frame={frame} zoom={zoom} onZoom={onZoom} />}
      {point && !box && <CurveTooltip point={point} frame={frame} metric={metric} />}
    </div>
  );
}

/** Returns a point of a curve as it is among the curves of today, which may be other objects; undefined if it is gone. */
function samePoint({ curve: { key }, epoch }: CurvePoint, curves: readonly Curve[]): CurvePoint | undefined {
  const curve = curves.find((one) => one.key === key);
  const value = curve?.values[epoch] ?? null;
  return curve && value !== null ? { curve, epoch, value } : undefined;
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
