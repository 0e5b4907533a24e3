import type { JSX } from "preact";
import { largestOf, smallestOf } from "../../math/extremes.ts";
import type { PageExample, PageUnits } from "../../report/page/page-models.ts";
import { EXAMPLE, PixelImage, WEIGHTS } from "./pixel-image.tsx";
import type { SeenUnit } from "./seen-units.ts";

/** What a training in the page knows of the unit. */
interface LiveUnit {
  readonly epoch: number;
  /** Absent until the worker has answered. */
  readonly examples: readonly PageExample[] | undefined;
  readonly isTraining: boolean;
}

/** One unit: its weights, its mean activation for each class, and the examples to which it responds most. */
export function UnitDetail({
  units,
  unit,
  live,
}: {
  units: PageUnits;
  unit: SeenUnit;
  live: LiveUnit | undefined;
}): JSX.Element {
  const { image, classes, part } = units;
  const recorded = unit.top.map(([example, activation]) => {
    return { ...units.examples[example]!, text: activation.toFixed(2) };
  });
  const examples = live ? live.examples?.map((example) => ({ ...example, text: "" })) : recorded;
  return (
    <div class="unit-detail" role="group" aria-label={`Unit ${unit.index}`}>
      <h3 aria-live="polite">
        Unit {unit.index}
        {live && `, after epoch ${live.epoch}`}
      </h3>
      <div class="unit-weights">
        <PixelImage pixels={unit.weights} size={image} paints={WEIGHTS} />
      </div>
      {!live && <Activity unit={unit} classes={classes} part={part} />}
      <h4>The {part} examples to which it responds most</h4>
      {live?.isTraining && <p class="muted">They appear when the training has ended.</p>}
      {!live && recorded.length === 0 && <p class="muted">The images are too large for this page.</p>}
      <ul class="unit-examples">
        {(examples ?? []).map(({ label, ink, text }, i) => (
          <li key={i}>
            <PixelImage pixels={ink} size={image} paints={EXAMPLE} />
            <span>
              {classes[label]}
              {text !== "" && <span class="muted"> {text}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Bars begin at 0, or at the least activation if that is below. */
function Activity({
  unit: { activity, favourite },
  classes,
  part,
}: {
  unit: SeenUnit;
  classes: readonly string[];
  part: string;
}): JSX.Element {
  const [low, high] = [Math.min(0, smallestOf(activity)), largestOf(activity)];
  const share = (value: number): number => (high > low ? (value - low) / (high - low) : 0);
  return (
    <table class="activity">
      <caption>Mean activation for the {part} examples of each class</caption>
      <tbody>
        {activity.map((value, k) => (
          <tr key={k} class={k === favourite ? "favourite" : ""}>
            <th scope="row">{classes[k]}</th>
            <td>
              <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={100 * share(value)} height="10" />
              </svg>
            </td>
            <td class="number">{value.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
