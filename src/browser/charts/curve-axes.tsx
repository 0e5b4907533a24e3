import type { JSX } from "preact";
import { tickText } from "../../report/pictures/value-axis.ts";
import type { CurveFrame } from "./curve-frame.ts";

/** The axes of a chart with their values. */
export function CurveAxes({
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
