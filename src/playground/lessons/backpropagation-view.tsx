import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { LayerParameters } from "../../kernels/network.ts";
import { equationsOf } from "./backpropagation-equations.ts";
import { BackpropagationNetwork } from "./backpropagation-network.tsx";
import {
  afterSteps,
  backpropagationStep,
  EXAMPLES,
  FIRST_PARAMETERS,
  type Example,
} from "./backpropagation-step.ts";
import type { Language } from "./lesson.ts";
import { STAGE_WORDS, STAGES, WORDS } from "./words.ts";

const ETAS = [0.5, 2, 8];
/** Epochs of the button that trains on. */
const MANY = 1000;

/** Where the reader is: before a step, and at a part of it. */
interface Position {
  readonly parameters: readonly LayerParameters[];
  readonly example: number;
  /** Counts the parts of the step. */
  readonly stage: number;
}

const START: Position = { parameters: FIRST_PARAMETERS, example: 1, stage: 0 };

/** Steps through forward, loss, backward and update of a small network on the exclusive or. */
export function BackpropagationView({ language }: { language: Language }): JSX.Element {
  const [position, setPosition] = useState(START);
  const [eta, setEta] = useState(2);
  const { parameters, example, stage: count } = position;
  const shownExample = EXAMPLES[example] ?? { x: [0, 0], y: 0 };
  const step = backpropagationStep(parameters, shownExample, eta);
  const stage = STAGES[count] ?? "forward";
  const updated = step.layers.map((layer) => layer.updated);
  const move = (change: Partial<Position>): void => setPosition({ ...position, ...change });
  const goForward = (): void =>
    count < STAGES.length - 1
      ? move({ stage: count + 1 })
      : move({ parameters: updated, example: (example + 1) % EXAMPLES.length, stage: 0 });
  return (
    <section class="lesson-step">
      <h3>{WORDS.step[language]}</h3>
      <Choices
        {...{ language, example, eta, setEta }}
        setExample={(example) => move({ example, stage: 0 })}
      />
      <div class="switch">
        {STAGES.map((name, i) => (
          <button key={name} type="button" aria-pressed={i === count} onClick={() => move({ stage: i })}>
            {STAGE_WORDS[name][language]}
          </button>
        ))}
      </div>
      <BackpropagationNetwork step={step} example={shownExample} stage={stage} language={language} />
      <Equations {...{ step, example: shownExample, eta, stage, language }} />
      <div class="choices">
        <button type="button" disabled={count === 0} onClick={() => move({ stage: count - 1 })}>
          {WORDS.back[language]}
        </button>
        <button type="button" class="primary" onClick={goForward}>
          {WORDS.forward[language]}
        </button>
        <button
          type="button"
          onClick={() => move({ parameters: afterSteps(parameters, eta, MANY), stage: 0 })}
        >
          {WORDS.many[language]}
        </button>
        <button type="button" class="quiet" onClick={() => setPosition(START)}>
          {WORDS.reset[language]}
        </button>
      </div>
    </section>
  );
}

/** The example and the learning rate of the step. */
function Choices({
  language,
  example,
  eta,
  setExample,
  setEta,
}: {
  language: Language;
  example: number;
  eta: number;
  setExample: (example: number) => void;
  setEta: (eta: number) => void;
}): JSX.Element {
  return (
    <div class="choices">
      <label>
        {WORDS.example[language]}{" "}
        <select value={example} onChange={(event) => setExample(Number(event.currentTarget.value))}>
          {EXAMPLES.map(({ x, y }, i) => (
            <option key={i} value={i}>{`(${x.join(", ")}) → ${y}`}</option>
          ))}
        </select>
      </label>
      <label>
        {WORDS.eta[language]}{" "}
        <select value={eta} onChange={(event) => setEta(Number(event.currentTarget.value))}>
          {ETAS.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** What a part of the step computes, a row for each number. */
function Equations({
  step,
  example,
  eta,
  stage,
  language,
}: {
  step: ReturnType<typeof backpropagationStep>;
  example: Example;
  eta: number;
  stage: (typeof STAGES)[number];
  language: Language;
}): JSX.Element {
  return (
    <table class="lesson-equations">
      <thead>
        <tr>
          <th>{WORDS.quantity[language]}</th>
          <th>{WORDS.computation[language]}</th>
          <th>{WORDS.value[language]}</th>
        </tr>
      </thead>
      <tbody aria-live="polite">
        {equationsOf(stage, step, example, eta).map(({ symbol, computation, value }) => (
          <tr key={symbol}>
            <th scope="row">{symbol}</th>
            <td>{computation}</td>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
