import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { LiveStatus } from "../../live/live-status.ts";
import { largestOf, smallestOf } from "../../math/extremes.ts";
import { DARK, distinctColor } from "../../report/pictures/colors.ts";
import { pixelPath } from "../../report/pictures/models/pixel-path.ts";
import {
  PLANE_CELLS,
  type FittedCurve,
  type Plane,
  type Portrait,
} from "../../training/portraits/portrait.ts";

const SIDE = 160;
const RADIUS = 2.2;

/** What the networks that train now answer, all over their plane or along their axis; nothing for other data. */
export function PortraitsView({
  status,
  portraits,
}: {
  status: LiveStatus;
  portraits: ReadonlyMap<number, Portrait>;
}): JSX.Element | null {
  const shown = status.workers.flatMap(({ slot, job }) => {
    const portrait = job?.trials.map((trial) => portraits.get(trial)).find(Boolean);
    return job && portrait ? [{ slot, portrait, label: job.label }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <section class="portraits" aria-label="What the networks answer now">
      {shown.map(({ slot, portrait, label }) => (
        <figure key={slot}>
          <PortraitPicture {...portrait} label={label} />
          <figcaption>
            {label} <span class="muted">epoch {portrait.epoch}</span>
          </figcaption>
        </figure>
      ))}
    </section>
  );
}

function PortraitPicture({ plane, curve, label }: Portrait & { label: string }): JSX.Element {
  return (
    <svg viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={`Answers of ${label}`}>
      {plane && <PlanePicture {...plane} />}
      {curve && <CurvePicture {...curve} />}
    </svg>
  );
}

/** Areas: the answer; dots: examples in the colour of their class. */
function PlanePicture({ x: [left, right], y: [bottom, top], answers, examples }: Plane): JSX.Element {
  const areas = useMemo(
    () =>
      [...new Set(answers)].map((k) => ({
        k,
        path: pixelPath(answers, PLANE_CELLS, (answer) => answer === k),
      })),
    [answers],
  );
  return (
    <>
      <g transform={`scale(${SIDE / PLANE_CELLS})`} shape-rendering="crispEdges">
        {areas.map(({ k, path }) => (
          <path key={k} d={path} stroke={inkOf(k)} stroke-opacity={0.3} />
        ))}
      </g>
      {examples.map(({ x, y, label }, i) => (
        <circle
          key={i}
          cx={(SIDE * (x - left)) / (right - left)}
          cy={(SIDE * (top - y)) / (top - bottom)}
          r={RADIUS}
          fill={inkOf(label)}
        />
      ))}
    </>
  );
}

/** A line: the answer; dots: examples, which set the scale. */
function CurvePicture({ points, examples }: FittedCurve): JSX.Element {
  const [xs, ys] = [points.map(({ x }) => x), examples.map(({ y }) => y)];
  const acrossOf = scaleOf(xs);
  const upOf = scaleOf(ys);
  const line = points.map(({ x, y }) => `${acrossOf(x)},${SIDE - upOf(y)}`).join(" ");
  return (
    <>
      {examples.map(({ x, y }, i) => (
        <circle key={i} cx={acrossOf(x)} cy={SIDE - upOf(y)} r={RADIUS} fill="var(--muted)" />
      ))}
      <polyline points={line} fill="none" stroke={inkOf(0)} stroke-width={2} />
    </>
  );
}

/** Returns a function from values to places, with a margin of a tenth at both ends. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const [low, high] = [smallestOf(values), largestOf(values)];
  const range = high > low ? high - low : 1;
  return (value) => SIDE * (0.1 + (0.8 * (value - low)) / range);
}

function inkOf(label: number): string {
  const light = distinctColor(label);
  return `light-dark(${light}, ${DARK.get(light) ?? light})`;
}
