/**
 * Losses are those of scaled targets. Where a loss is the mean of the squared errors of one target, its root shows how large the
 * errors are in the target's own units: an RMSE that need not be measured.
 * @module
 */
import type { DatasetFacts } from "../data/dataset.ts";
import { networkIn } from "../configuration/kind-of.ts";
import { metricNamed, type Metric } from "../metrics/metrics.ts";
import type { MetricSeries } from "../training/record.ts";
import type { PlannedConfiguration } from "../trials/plan.ts";

/** Results whose losses may be those of scaled targets. */
export interface OwnUnits {
  /** The targets that are scaled; absent where none is. */
  readonly scaledTargets?: readonly string[] | undefined;
}

/** Returns the targets of data sets that are scaled; undefined where none is. */
export function scaledTargetsOf(all: readonly Pick<DatasetFacts, "target">[]): readonly string[] | undefined {
  const names = all.flatMap(({ target }) => {
    if (target.kind === "classes" || !target.scales) return [];
    return (target.names ?? []).filter((_, i) => target.scales?.[i] !== 1);
  });
  return names.length === 0 ? undefined : [...new Set(names)];
}

/** Returns whose units errors have: "price", of several data sets "the target". */
export function unitsText({ scaledTargets = [] }: OwnUnits): string {
  return scaledTargets.length === 1 ? scaledTargets[0]! : "the target";
}

/**
 * Returns the RMSE of a loss of 1, in each fold of a configuration or once; undefined where losses are not
 * mean squares, or several targets share one.
 */
export function unitsOfLoss({
  configuration,
  facts,
  folds,
}: Pick<PlannedConfiguration, "configuration" | "facts" | "folds">): readonly number[] | undefined {
  const loss = networkIn(configuration)?.loss;
  if (loss !== "mse" && loss !== "quadratic") return undefined;
  const units = (folds ?? [{ facts }]).flatMap(({ facts: { target } }) => {
    if (target.kind === "classes" || target.count > 1) return [];
    return (target.scales?.[0] ?? 1) * (loss === "mse" ? 1 : Math.sqrt(2));
  });
  const isScaled = scaledTargetsOf((folds ?? [{ facts }]).map((own) => own.facts)) !== undefined;
  return isScaled && units.length > 0 ? units : undefined;
}

/** Returns the unit of a trial's losses: that of its fold. */
export function unitOfTrial(
  units: readonly number[] | undefined,
  fold: number | undefined,
): number | undefined {
  return fold === undefined ? units?.[0] : units?.[fold - 1];
}

/** Returns the name of the RMSE of a loss of a whole part: "validationLoss" -> "validationRmse". */
export function rootErrorOf(metric: string): string | undefined {
  const { part, quantity } = metricNamed(metric);
  return part && quantity === "loss" ? `${part}Rmse` : undefined;
}

/** Returns the RMSEs that follow from losses and were not measured. */
export function derivedRootErrors(measured: readonly Pick<Metric, "name">[]): string[] {
  const names = measured.map(({ name }) => name);
  return names.flatMap((name) => rootErrorOf(name) ?? []).filter((name) => !names.includes(name));
}

/**
 * Returns series of metrics with some RMSEs computed from their losses, even if the store has other values.
 *
 * @param derived Their names. @param unit That of `unitOfTrial`.
 */
export function withRootErrors(series: MetricSeries, derived: readonly string[], unit: number): MetricSeries {
  const added = derived.flatMap((name) => {
    const losses = series[name.replace("Rmse", "Loss")];
    return losses ? [[name, losses.map((loss) => (loss === null ? null : unit * Math.sqrt(loss)))]] : [];
  });
  return { ...series, ...Object.fromEntries(added) };
}
