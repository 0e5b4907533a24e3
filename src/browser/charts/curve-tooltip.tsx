import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { figureText } from "../../results/figure-text.ts";
import { LengthUnit } from "../view/length-unit.ts";
import type { CurveFrame } from "./curve-frame.ts";
import type { CurvePoint } from "./nearest-curve.ts";

/** The value, the epoch and the name of the curve under the pointer. */
export function CurveTooltip({
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
