import type { JSX } from "preact";
import { useLayoutEffect } from "preact/hooks";
import type { PageData } from "../../report/page/page-data.ts";
import { lengthUnit } from "../../results/length-unit.ts";
import { metricText } from "../../results/metric-text.ts";
import { counted } from "../../text/counted.ts";
import { replicatesText } from "../model/replicates-text.ts";
import type { View } from "../view/view.ts";

/** What the page is about, and the answer. */
export function PageHeader({
  data,
  theme,
  onTheme,
}: {
  data: PageData;
  theme: View["theme"];
  onTheme: (theme: View["theme"]) => void;
}): JSX.Element {
  const { name, description, tags, notes = [], answer, configurations, trials, datasets, objective } = data;
  const folds = Math.max(1, new Set(trials.map(({ fold }) => fold)).size);
  const unit = lengthUnit({ metrics: data.metrics.map((metric) => ({ name: metric })) });
  const facts = [
    counted(configurations.length, "configuration"),
    ...(folds > 1 ? [counted(folds, "fold")] : []),
    replicatesText(trials),
    counted(trials.length, "trial"),
    datasets.map((dataset) => dataset.name).join("; "),
    `${objective.goal === "maximize" ? "highest" : "lowest"} ${metricText(objective.metric, data)} at the ${objective.at} ${unit}`,
    ...(tags ? [`tags: ${tags.join(", ")}`] : []),
  ];
  return (
    <header>
      <div class="bar">
        <span class="brand">gridient</span>
        <ThemeSwitch theme={theme} onChange={onTheme} />
      </div>
      <h1>{name}</h1>
      {description.map((paragraph) => (
        <p key={paragraph} class="description">
          {paragraph}
        </p>
      ))}
      <p class="answer">
        <strong>{answer.emphasized}</strong>
        {answer.rest}
      </p>
      {answer.further !== "" && <p class="further">{answer.further}</p>}
      <ul class="facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {notes.length > 0 && <h2>Notes</h2>}
      {notes.map((paragraph) => (
        <p key={paragraph} class="description">
          {paragraph}
        </p>
      ))}
    </header>
  );
}

const THEMES = [undefined, "light", "dark"] as const;

/** Three choices: as the system has it, light, dark. */
function ThemeSwitch({
  theme,
  onChange,
}: {
  theme: View["theme"];
  onChange: (theme: View["theme"]) => void;
}): JSX.Element {
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = theme ?? "";
  }, [theme]);
  return (
    <div class="switch" role="group" aria-label="Colours">
      {THEMES.map((choice) => (
        <button key={choice} type="button" aria-pressed={choice === theme} onClick={() => onChange(choice)}>
          {choice === undefined ? "Auto" : choice === "light" ? "Light" : "Dark"}
        </button>
      ))}
    </div>
  );
}
