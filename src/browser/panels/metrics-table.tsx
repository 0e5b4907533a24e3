import type { JSX } from "preact";
import { figureText } from "../../results/figure-text.ts";
import { metricText } from "../../results/metric-text.ts";
import { metricNamed } from "../../metrics/metrics.ts";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";

/** Last and best value of every metric, of one trial or of several side by side. */
export function MetricsTable({
  data,
  trials,
}: {
  data: PageData;
  trials: readonly PageTrial[];
}): JSX.Element {
  const isMany = trials.length > 1;
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">metric</th>
          {trials.flatMap(({ index }) => [
            <th key={`l${index}`} scope="col" class="number">
              {isMany ? `trial ${index}, last` : "last"}
            </th>,
            <th key={`b${index}`} scope="col" class="number">
              {isMany ? `best` : "best"}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {data.metrics.map((metric) => (
          <tr key={metric}>
            <th scope="row">{metricText(metric, data)}</th>
            {trials.flatMap(({ index, series }) => {
              const values = (series[metric] ?? []).filter((value) => value !== null);
              return [
                <td key={`l${index}`} class="number">
                  {textOf(metric, values.at(-1))}
                </td>,
                <td key={`b${index}`} class="number">
                  {textOf(metric, bestOf(metric, values))}
                </td>,
              ];
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function bestOf(metric: string, values: readonly number[]): number | undefined {
  const better = metricNamed(metric).goal === "maximize" ? Math.max : Math.min;
  return values.length === 0 ? undefined : values.reduce((best, value) => better(best, value));
}

function textOf(metric: string, value: number | undefined): string {
  return value === undefined ? "-" : figureText(metric, value);
}
