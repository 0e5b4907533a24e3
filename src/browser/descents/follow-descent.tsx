import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { PageData } from "../../report/page/page-data.ts";
import type { PageDescents } from "../../report/page/page-models.ts";
import { digits } from "../../results/figure-text.ts";
import { DescentMap } from "./descent-map.tsx";
import { descentPaths, type DescentPath } from "./descent-path.ts";

/** A whole path takes so many frames, of so many milliseconds. */
const [FRAMES, FRAME_MS] = [120, 50];

/** One descent at a time, step by step over its map. */
export function FollowDescent({
  data,
  descents,
}: {
  data: PageData;
  descents: readonly PageDescents[];
}): JSX.Element | null {
  const paths = useMemo(() => descentPaths(data, descents), [data, descents]);
  const [chosen, setChosen] = useState(0);
  const path = paths[chosen];
  const last = (path?.steps.length ?? 1) - 1;
  const { step, isPlaying, goTo, play } = useSteps(last);
  if (!path) return null;
  return (
    <section aria-labelledby="follow-descent">
      <div class="section-head">
        <h2 id="follow-descent">Follow a descent</h2>
        <DescentChoice
          paths={paths}
          chosen={chosen}
          onChange={(next) => {
            goTo(0);
            setChosen(next);
          }}
        />
      </div>
      <div class="descent">
        <DescentMap path={path} step={step} onStep={goTo} />
        <div>
          <div class="steps">
            <button type="button" onClick={play}>
              {isPlaying ? "Pause" : "Play"}
            </button>
            <button type="button" disabled={step === 0} onClick={() => goTo(step - 1)}>
              Step back
            </button>
            <button type="button" disabled={step === last} onClick={() => goTo(step + 1)}>
              Next step
            </button>
          </div>
          <input
            type="range"
            class="wide-range"
            aria-label="Step"
            min={0}
            max={last}
            value={step}
            onInput={(event) => goTo(Number(event.currentTarget.value))}
          />
          <StepFacts path={path} step={step} last={last} />
          <p class="muted">Click on the map to go to the nearest step.</p>
        </div>
      </div>
    </section>
  );
}

/** Returns the step that is shown, and functions that go to another one and that play all of them, or pause. */
function useSteps(last: number): {
  step: number;
  isPlaying: boolean;
  goTo: (wanted: number) => void;
  play: () => void;
} {
  const [step, setStep] = useState(0);
  const [isPlaying, setIsPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => {
      const next = Math.min(last, step + Math.ceil(last / FRAMES));
      setStep(next);
      if (next === last) setIsPlaying(false);
    }, FRAME_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, step, last]);
  const goTo = (wanted: number): void => {
    setIsPlaying(false);
    setStep(Math.max(0, Math.min(last, wanted)));
  };
  const play = (): void => {
    if (step === last) setStep(0);
    setIsPlaying(!isPlaying);
  };
  return { step: Math.min(step, last), isPlaying, goTo, play };
}

/** The descents by their settings; where there are several functions, with its name. */
function DescentChoice({
  paths,
  chosen,
  onChange,
}: {
  paths: readonly DescentPath[];
  chosen: number;
  onChange: (chosen: number) => void;
}): JSX.Element {
  const isOne = paths.every(({ scene }) => scene === paths[0]!.scene);
  return (
    <label>
      <span class="unseen">Descent </span>
      <select value={String(chosen)} onChange={(event) => onChange(event.currentTarget.selectedIndex)}>
        {paths.map(({ trial, setting, scene }, i) => (
          <option key={trial} value={String(i)}>
            {isOne ? setting : `${scene.name}: ${setting}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function StepFacts({
  path: { steps },
  step,
  last,
}: {
  path: DescentPath;
  step: number;
  last: number;
}): JSX.Element {
  const { at, value, gradientNorm } = steps[step]!;
  const facts: [string, number | null][] = [
    ...at.map((v, i): [string, number] => [`v${i + 1}`, v]),
    ["value", value],
    ["gradient norm", gradientNorm],
  ];
  return (
    <table class="figures">
      <caption>
        Step {step} of {last}
      </caption>
      <tbody>
        {facts.map(([name, number]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="number">{number === null ? "-" : digits(number, 6)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
