import { figureText } from "../../results/figure-text.ts";
import { metricText } from "../../results/metric-text.ts";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { columnColumns } from "./column-columns.ts";
import { unitOf } from "../view/unit-of.ts";
import type { TableColumn } from "./table-column.ts";

/** Returns the columns of the table of trials: number, settings, fold, replicate, objective, last values, status. */
export function trialColumns(data: PageData): TableColumn<PageTrial>[] {
  const { objective, metrics, configurations, trials } = data;
  const unit = unitOf(data);
  const status = (trial: PageTrial): string => statusOf(trial, unit);
  const others = metrics.filter((metric) => metric !== objective.metric);
  return [
    numeric("trial", "trial", ({ index }) => index),
    ...columnColumns(data, ({ configuration }: PageTrial) => configurations[configuration]!),
    ...(trials.some(({ fold }) => fold !== undefined)
      ? [numeric("fold", "fold", ({ fold }) => fold ?? null)]
      : []),
    numeric("replicate", "replicate", ({ replicate }) => replicate),
    metricColumn(data, objective.metric, "objective", (trial) => trial.objective),
    ...others.map((metric) => metricColumn(data, metric, metric, (trial) => lastOf(trial, metric))),
    numeric("bestEpoch", `best ${unit}`, ({ bestEpoch }) => bestEpoch),
    { key: "status", heading: "status", isNumeric: false, textOf: status, orderOf: status },
  ];
}

function lastOf({ series, last }: PageTrial, metric: string): number | null {
  return series[metric]?.at(-1) ?? last?.[metric] ?? null;
}

/** Returns how a trial ended: "completed", "diverged at epoch 3". */
export function statusOf({ status, divergedEpoch }: PageTrial, unit: "epoch" | "step"): string {
  return divergedEpoch === null ? status : `${status} at ${unit} ${divergedEpoch}`;
}

function numeric(
  key: string,
  heading: string,
  valueOf: (trial: PageTrial) => number | null,
): TableColumn<PageTrial> {
  return {
    key,
    heading,
    isNumeric: true,
    textOf: (trial) => String(valueOf(trial) ?? "-"),
    orderOf: valueOf,
  };
}

function metricColumn(
  data: PageData,
  metric: string,
  key: string,
  valueOf: (trial: PageTrial) => number | null,
): TableColumn<PageTrial> {
  const textOf = (trial: PageTrial): string => {
    const value = valueOf(trial);
    return value === null ? "-" : figureText(metric, value);
  };
  return { ...numeric(key, metricText(metric, data), valueOf), textOf };
}
