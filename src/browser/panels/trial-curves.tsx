import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { metricText } from "../../results/metric-text.ts";
import { metricNamed } from "../../metrics/metrics.ts";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { CurvesChart } from "../charts/curves-chart.tsx";
import { unitOf } from "../view/unit-of.ts";
import type { Curve } from "../charts/curve.ts";

const HEIGHT = 170;

/** One chart for each quantity, all parts of the data in it: over-fitting shows as curves that part. */
export function TrialCurves({ data, trials }: { data: PageData; trials: readonly PageTrial[] }): JSX.Element {
  const charts = useMemo(() => chartsOf(data, trials), [data, trials.map(({ index }) => index).join()]);
  return (
    <>
      {charts.map(({ title, metric, curves }) => (
        <figure key={title}>
          <figcaption>
            {title}
            <Legend curves={curves} />
          </figcaption>
          <CurvesChart
            metric={metric}
            curves={curves}
            height={HEIGHT}
            label={`${title} over the ${unitOf(data)}s: ${curves.map(({ label }) => label).join(", ")}`}
          />
        </figure>
      ))}
    </>
  );
}

function Legend({ curves }: { curves: readonly Curve[] }): JSX.Element {
  return (
    <span class="legend">
      {curves.map(({ key, look, label }) => (
        <span key={key}>
          <svg class="stroke" width="22" height="8" aria-hidden="true">
            <path class={`curve ${look}`} d="M1 4H21" />
          </svg>
          {label}
        </span>
      ))}
    </span>
  );
}

/** The objective's quantity first. */
function chartsOf(
  data: PageData,
  trials: readonly PageTrial[],
): { title: string; metric: string; curves: Curve[] }[] {
  const { metrics, objective } = data;
  const isMany = trials.length > 1;
  const quantities = [objective.metric, ...metrics].map(quantityOf);
  return [...new Set(quantities)].flatMap((quantity) => {
    const members = metrics.filter((metric) => quantityOf(metric) === quantity);
    const shown = isMany ? members.slice(0, 3) : members;
    const curves = shown.flatMap((metric, i) =>
      trials.map(({ index, series }, t): Curve => {
        const part = partOf(metric, quantity);
        const label = isMany ? `${part}, trial ${index}` : part;
        return {
          key: `${metric} ${index}`,
          label,
          look: isMany ? `pair-${t} dash-${i}` : `series-${i}`,
          values: series[metric] ?? [],
        };
      }),
    );
    const hasLine = curves.some(({ values }) => values.length > 1);
    return hasLine ? [{ title: titleOf(members[0]!, quantity, data), metric: members[0]!, curves }] : [];
  });
}

function quantityOf(metric: string): string {
  const { quantity, score } = metricNamed(metric);
  return score?.text ?? quantity;
}

/** "scaled loss" where targets are scaled. */
function titleOf(metric: string, quantity: string, data: PageData): string {
  return metricText(metric, data).startsWith("scaled ") ? `scaled ${quantity}` : quantity;
}

/** "validationLoss" of the losses is "validation". */
function partOf(metric: string, quantity: string): string {
  return metricText(metric, {}).replace(` ${quantity}`, "");
}
