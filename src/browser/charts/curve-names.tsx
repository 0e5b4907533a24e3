import type { JSX } from "preact";
import { spreadLabels } from "../../report/pictures/curves/spread-labels.ts";
import { textWidth } from "../../report/pictures/text-width.ts";
import { clipText } from "../../text/clip-text.ts";
import { lineStyle } from "../model/line-style.ts";
import type { Curve } from "./curve.ts";
import { BEYOND, SYSTEM_FONT, type CurveFrame } from "./curve-frame.ts";

const LINE_HEIGHT = 16;
const BESIDE = 16;

/** The names of curves beside their ends, in their colours; nothing where there is no room. */
export function CurveNames({
  curves,
  frame,
}: {
  curves: readonly Curve[];
  frame: CurveFrame;
}): JSX.Element | null {
  const room = frame.width - frame.right - BESIDE;
  const named = curves.filter(({ name }) => name !== undefined);
  if (room < 60 || named.length === 0) return null;
  const ends = named.map(({ values }) => endOf(values, frame));
  const places = spreadLabels(
    ends.map(({ y }) => y - frame.top),
    LINE_HEIGHT,
    frame.bottom - frame.top,
  );
  return (
    <g class="names" aria-hidden="true">
      {named.map(({ key, name, color }, i) => {
        const { x, y, beyond } = ends[i]!;
        const hasEnd = beyond === "" && x >= frame.left;
        const at = frame.top + places[i]!;
        return (
          <g key={key} style={lineStyle(color)}>
            {hasEnd && <path d={`M${x},${y}L${frame.right + BESIDE - 4},${at}`} />}
            <text x={frame.right + BESIDE} y={at} dy="0.32em">
              {fitted(`${beyond}${name}`, room)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Returns the place of the last value that is shown, at the edge where it lies beyond. */
function endOf(values: Curve["values"], frame: CurveFrame): { x: number; y: number; beyond: string } {
  const last = values.slice(0, frame.shown[1] + 1).findLastIndex((value) => value !== null);
  const y = frame.y(values[last] ?? 0);
  const beyond = y > frame.bottom ? BEYOND.below : y < frame.top ? BEYOND.above : "";
  return { x: frame.x(Math.max(0, last)), y: Math.min(frame.bottom, Math.max(frame.top, y)), beyond };
}

function fitted(text: string, room: number): string {
  const letters = Math.floor((text.length * room) / (SYSTEM_FONT * textWidth(text)));
  return letters >= text.length ? text : clipText(text, Math.max(4, letters));
}
