import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { argmax } from "../../math/extremes.ts";
import { DISTINCT } from "../../report/pictures/colors.ts";
import { linePath, SIDE } from "../../report/pictures/descent/panel-place.ts";
import { lineStyle } from "../model/line-style.ts";
import type { DescentPath } from "./descent-path.ts";

/** With more steps, single ones are not shown. */
const MOST_DOTS = 80;

/** The map of a function with a path on it as far as one of its steps; a click goes to the nearest step. */
export function DescentMap({
  path: { scene, setting, steps },
  step,
  onStep,
}: {
  path: DescentPath;
  step: number;
  onStep: (step: number) => void;
}): JSX.Element {
  const ground = useMemo(() => `data:image/svg+xml,${encodeURIComponent(scene.ground)}`, [scene]);
  const places = useMemo(() => steps.map(({ place }) => place), [steps]);
  const whole = useMemo(() => linePath(places), [places]);
  const { x, y } = places[step]!;
  const pick = (event: MouseEvent): void => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const at = [event.clientX - box.left, event.clientY - box.top].map((pixel) => (pixel / box.width) * SIDE);
    const nearness = places.map(({ x, y }) => -((x - at[0]!) * (x - at[0]!) + (y - at[1]!) * (y - at[1]!)));
    onStep(argmax(nearness));
  };
  const ends = (range: readonly [number, number]): string =>
    range.map((end) => String(Number(end.toPrecision(3)))).join(" to ");
  return (
    <figure class="descent-map">
      <div class="ground">
        <img src={ground} alt="" />
        <svg
          viewBox={`0 0 ${SIDE} ${SIDE}`}
          role="img"
          aria-label={`The descent with ${setting} on ${scene.name}, at step ${step} of ${steps.length - 1}`}
          style={lineStyle(DISTINCT[1])}
          onClick={pick}
        >
          <path class="way faint-way" d={whole} />
          <path class="way" d={linePath(places.slice(0, step + 1))} />
          {steps.length <= MOST_DOTS &&
            places.map((place, i) => <circle key={i} cx={place.x} cy={place.y} r={1.1} />)}
          <circle class="start" cx={places[0]!.x} cy={places[0]!.y} r={2.4} />
          <circle class="here" cx={x} cy={y} r={3} />
        </svg>
      </div>
      <figcaption>
        Across: v1 from {ends(scene.frame.x)}. Up: {scene.frame.isMap ? "v2" : "the value"} from{" "}
        {ends(scene.frame.y)}.
      </figcaption>
    </figure>
  );
}
