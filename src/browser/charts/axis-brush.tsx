import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Axis } from "../model/axis.ts";
import type { Brush } from "../view/view.ts";

/** What an axis of the parallel coordinates shows. */
interface AxisBrushProps {
  readonly axis: Axis;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Its labels are to the left of it. */
  readonly isLast: boolean;
  /** Its name is a line higher than those of its neighbours. */
  readonly isRaised: boolean;
  readonly brush: Brush | undefined;
  readonly onBrush: (brush: Brush | undefined) => void;
}

/** The name of the last axis ends so far right of it. */
export const LAST_NAME = 40;
const WHOLE: Brush = [0, 1];
/** Half the width in which an axis can be dragged. */
const GRIP = 18;
/** A shorter drag is a click, which takes the brush away. */
const SHORTEST = 0.02;

/** An axis with its values; dragging along it, or moving its two ends by keys, chooses a range. */
export function AxisBrush({
  axis,
  x,
  top,
  bottom,
  isLast,
  isRaised,
  brush,
  onBrush,
}: AxisBrushProps): JSX.Element {
  const start = useRef<number>(undefined);
  const y = (place: number): number => bottom - place * (bottom - top);
  const placeOf = (event: PointerEvent): number => {
    const box = (event.currentTarget as SVGGraphicsElement).ownerSVGElement!.getBoundingClientRect();
    return rounded((bottom - (event.clientY - box.top)) / (bottom - top));
  };
  const drag = (event: PointerEvent): void => {
    if (start.current === undefined) return;
    const place = placeOf(event);
    const range: Brush = [Math.min(start.current, place), Math.max(start.current, place)];
    onBrush(range[1] - range[0] < SHORTEST ? undefined : range);
  };
  return (
    <g transform={`translate(${x},0)`} class={`axis${brush ? " brushed" : ""}`}>
      <AxisName text={axis.label} y={top - (isRaised ? 38 : 24)} isLast={isLast} />
      <line y1={top} y2={bottom} />
      {spread(axis, top, bottom).map(({ text, place }) => (
        <text
          key={text}
          class="tick"
          x={isLast ? 10 : -10}
          y={y(place)}
          dy="0.32em"
          text-anchor={isLast ? "start" : "end"}
        >
          {text}
        </text>
      ))}
      <rect
        class="grip"
        x={-GRIP}
        width={2 * GRIP}
        y={top - 8}
        height={bottom - top + 16}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = placeOf(event);
        }}
        onPointerMove={drag}
        onPointerUp={(event) => {
          drag(event);
          start.current = undefined;
        }}
      />
      {brush && <rect class="range" x={-7} width={14} y={y(brush[1])} height={y(brush[0]) - y(brush[1])} />}
      <BrushEnd end={0} axis={axis} y={y} brush={brush ?? WHOLE} onBrush={onBrush} />
      <BrushEnd end={1} axis={axis} y={y} brush={brush ?? WHOLE} onBrush={onBrush} />
    </g>
  );
}

function AxisName({ text, y, isLast }: { text: string; y: number; isLast: boolean }): JSX.Element {
  return (
    <text class="name" y={y} text-anchor={isLast ? "end" : "middle"} dx={isLast ? LAST_NAME : 0}>
      {text}
    </text>
  );
}

/** What one end of a range needs to be moved by keys. */
interface BrushEndProps {
  /** 0 = the lower one. */
  readonly end: 0 | 1;
  readonly axis: Axis;
  readonly y: (place: number) => number;
  readonly brush: Brush;
  readonly onBrush: (brush: Brush | undefined) => void;
}

const STEPS: Readonly<Partial<Record<string, number>>> = {
  ArrowUp: 0.02,
  ArrowRight: 0.02,
  ArrowDown: -0.02,
  ArrowLeft: -0.02,
  PageUp: 0.1,
  PageDown: -0.1,
  Home: -1,
  End: 1,
};

function BrushEnd({ end, axis, y, brush, onBrush }: BrushEndProps): JSX.Element {
  const [low, high] = brush;
  const place = brush[end];
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const moved = rounded(place + step);
    const next: Brush = end === 0 ? [Math.min(moved, high), high] : [low, Math.max(moved, low)];
    onBrush(next[0] === 0 && next[1] === 1 ? undefined : next);
  };
  return (
    <rect
      class="end"
      x={-9}
      width={18}
      y={y(place) - 3}
      height={6}
      rx={3}
      tabindex={0}
      role="slider"
      aria-orientation="vertical"
      aria-label={`${axis.label}, ${end === 0 ? "lowest" : "highest"}`}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={place}
      aria-valuetext={axis.textAt(place)}
      onKeyDown={move}
    />
  );
}

/** Returns the place on the axis, in thousandths: what a link can carry. */
function rounded(place: number): number {
  return Math.round(1000 * Math.min(1, Math.max(0, place))) / 1000;
}

const LINE_HEIGHT = 14;

/** Returns the ticks whose texts do not run into each other. */
function spread({ ticks }: Axis, top: number, bottom: number): Axis["ticks"][number][] {
  const apart = LINE_HEIGHT / (bottom - top);
  const kept: Axis["ticks"][number][] = [];
  for (const tick of ticks.toSorted((a, b) => a.place - b.place)) {
    if (kept.length === 0 || tick.place - kept.at(-1)!.place >= apart) kept.push(tick);
  }
  return kept;
}
