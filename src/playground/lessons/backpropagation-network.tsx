import type { JSX } from "preact";
import { numberAt, shown, symbolOf, weightAt } from "./backpropagation-equations.ts";
import type { BackpropagationStep, Example } from "./backpropagation-step.ts";
import { STAGES, WORDS, type Stage } from "./words.ts";
import type { Language } from "./lesson.ts";

/** Places of the units: inputs, hidden, output. */
const INPUTS = [at(50, 60), at(50, 190)];
const UNITS = [[at(230, 60), at(230, 190)], [at(400, 125)]];

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Draws the network with the numbers known at a part of a step; what the part computes is emphasized. */
export function BackpropagationNetwork({
  step,
  example,
  stage,
  language,
}: {
  step: BackpropagationStep;
  example: Example;
  stage: Stage;
  language: Language;
}): JSX.Element {
  const reached = STAGES.indexOf(stage);
  const isUpdated = stage === "update";
  return (
    <svg
      class={`lesson-network lesson-${stage}`}
      viewBox="0 0 520 260"
      role="img"
      aria-label={WORDS.network[language]}
    >
      {step.layers.map(({ parameters, updated }, l) =>
        places(l).flatMap((to, j) =>
          (l === 0 ? INPUTS : places(0)).map((from, i) => (
            <Edge
              key={`${l} ${j} ${i}`}
              from={from}
              to={to}
              weight={weightAt(isUpdated ? updated : parameters, j, i)}
            />
          )),
        ),
      )}
      {INPUTS.map((place, i) => (
        <Unit key={i} place={place} name={i === 0 ? "x₁" : "x₂"} value={String(example.x[i])} lines={[]} />
      ))}
      {step.layers.map(({ z, a, delta }, l) =>
        places(l).map((place, j) => (
          <Unit
            key={`${l} ${j}`}
            place={place}
            name={symbolOf("a", l, j)}
            value={shown(numberAt(a, j))}
            lines={[
              `${symbolOf("z", l, j)} ${shown(numberAt(z, j))}`,
              ...(reached >= 2 ? [`${symbolOf("δ", l, j)} ${shown(numberAt(delta, j))}`] : []),
            ]}
          />
        )),
      )}
      <text class="lesson-cost" x="438" y="116">
        y = {example.y}
      </text>
      {reached >= 1 && (
        <text class="lesson-cost" x="438" y="138">
          C = {shown(step.cost)}
        </text>
      )}
    </svg>
  );
}

/** A line with its weight near the unit that it leads to. */
function Edge({ from, to, weight }: { from: Place; to: Place; weight: number }): JSX.Element {
  const along = (share: number): Place =>
    at(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
  const label = along(0.32);
  return (
    <g>
      <line class={weight < 0 ? "lesson-negative" : ""} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <text class="lesson-weight" x={label.x} y={label.y + 4}>
        {shown(weight)}
      </text>
    </g>
  );
}

/** A circle with its activation, and further numbers below. */
function Unit({
  place: { x, y },
  name,
  value,
  lines,
}: {
  place: Place;
  name: string;
  value: string;
  lines: readonly string[];
}): JSX.Element {
  return (
    <g>
      <circle cx={x} cy={y} r="27" />
      <text class="lesson-name" x={x} y={y - 5}>
        {name}
      </text>
      <text class="lesson-value" x={x} y={y + 11}>
        {value}
      </text>
      {lines.map((line, i) => (
        <text key={i} class="lesson-below" x={x} y={y + 43 + 15 * i}>
          {line}
        </text>
      ))}
    </g>
  );
}

function places(layer: number): readonly Place[] {
  return UNITS[layer] ?? [];
}

function at(x: number, y: number): Place {
  return { x, y };
}
