import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Units } from "./messages.ts";
import { drawUnit } from "./draw-unit.ts";

const MOST_UNITS = 60;

/** What the units of the first layer look for: one picture each. */
export function UnitImages({ units }: { units: Units }): JSX.Element {
  const count = units.biases.length;
  const shown = Math.min(count, MOST_UNITS);
  return (
    <figure>
      <figcaption>
        Incoming weights of the first layer{shown < count ? `, ${shown} of ${count} units` : ""}
        <span class="legend">
          <span class="key negative">negative</span>
          <span class="key positive">positive</span>
        </span>
      </figcaption>
      <div class="units">
        {Array.from({ length: shown }, (_, unit) => (
          <UnitImage key={unit} units={units} unit={unit} />
        ))}
      </div>
    </figure>
  );
}

function UnitImage({ units, unit }: { units: Units; unit: number }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => drawUnit(canvas.current!, units, unit), [units, unit]);
  return <canvas ref={canvas} role="img" aria-label={`Weights of unit ${unit}`} />;
}
