import type { JSX } from "preact";
import type { PageData } from "../../report/page/page-data.ts";
import { metricText } from "../../results/metric-text.ts";
import type { CurveScale } from "../charts/curve-frame.ts";
import type { ChangeView } from "../view/use-view.ts";
import type { View } from "../view/view.ts";

const SCALES: readonly (readonly [CurveScale, string])[] = [
  ["near", "near the best"],
  ["whole", "all values"],
  ["log", "all values, logarithmic"],
];

/** Which curves are drawn, and how. */
export function CurveChoices({
  data,
  metric,
  view,
  change,
}: {
  data: PageData;
  metric: string;
  view: Pick<View, "scale" | "curves">;
  change: ChangeView;
}): JSX.Element {
  return (
    <div class="choices">
      <Choice
        label="Metric"
        value={metric}
        options={data.metrics.map((name) => [name, metricText(name, data)])}
        onChange={(chosen) => change({ metric: chosen, zoom: undefined })}
      />
      <Choice
        label="Scale"
        value={view.scale ?? "near"}
        options={SCALES}
        onChange={(chosen) => change({ scale: chosen === "near" ? undefined : chosen, zoom: undefined })}
      />
      <Choice
        label="Curves"
        value={view.curves}
        options={[
          ["settings", "a curve for each setting"],
          ["trials", "a curve for each trial"],
        ]}
        onChange={(chosen) => change({ curves: chosen })}
      />
    </div>
  );
}

/** A list to choose from. */
function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}): JSX.Element {
  return (
    <label>
      <span class="unseen">{label} </span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options[event.currentTarget.selectedIndex];
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
