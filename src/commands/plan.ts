import { columnsOf } from "../spec/sweep.ts";
import { plainTable } from "../report/plain-table.ts";
import { axisName, shownText } from "../results/setting-text.ts";
import { jsonText } from "../text/json-text.ts";
import { makeJobs } from "../trials/job.ts";
import { trialCost, type TrialCost } from "../trials/network-cost.ts";
import { pointValues } from "../trials/point-values.ts";
import { planTrials, type Plan, type PlannedConfiguration } from "../trials/plan.ts";
import type { Io } from "./io.ts";
import { duration } from "./progress-display.ts";
import { readSpecs, type ReadOptions } from "./read-specs.ts";

/** What one core does with images, most of whose products with zero are skipped: for a first idea of the time. */
const MULTIPLY_ADDS_PER_SECOND = 4e10;
const MOST_ROWS = 100;

/** Shows what a sweep would do: its configurations, their sizes and the time. Returns the exit code. */
export async function plan(
  file: string,
  options: ReadOptions & { json?: boolean; workers: number },
  io: Io,
): Promise<number> {
  const experiments = await readSpecs([file], options, io);
  if (!experiments) return 2;
  const planned = planTrials(experiments[0]!);
  const seconds = totalWork(planned) / MULTIPLY_ADDS_PER_SECOND / options.workers;
  io.stdout.write(options.json ? planJson(planned, seconds) : planText(planned, seconds));
  return 0;
}

/** The plan as JSON: counts, then every configuration. */
function planJson(planned: Plan, estimatedSeconds: number): string {
  const { name, replicates } = planned.experiment;
  const list = planned.configurations.map((point) => ({
    index: point.index,
    ...(point.variant !== undefined && { variant: point.variant }),
    ...(point.name !== undefined && { name: point.name }),
    ...point.configuration,
    ...costOf(point),
    trials: planned.trials
      .slice(point.index * replicates.count, (point.index + 1) * replicates.count)
      .map(({ id }) => id),
  }));
  const counts = { configurations: list.length, replicates: replicates.count, trials: planned.trials.length };
  return `${jsonText({ name, ...counts, estimatedSeconds, list }, 2)}\n`;
}

function planText(planned: Plan, seconds: number): string {
  const { replicates, name } = planned.experiment;
  const columns = columnsOf(planned.experiment);
  const headings = [
    "",
    ...columns.map(({ path }) => axisName(path, columns)),
    "parameters",
    "multiply-adds a trial",
  ];
  const rows = planned.configurations.slice(0, MOST_ROWS).map((point) => {
    const { parameters, multiplyAdds } = costOf(point);
    const values = pointValues(point, columns).map(shownText);
    return [point.index, ...values, parameters, `${Number((multiplyAdds / 1e6).toPrecision(3))} million`];
  });
  const table = plainTable(
    [headings, ...rows],
    headings.map(() => "right"),
  );
  const more = planned.configurations.length - MOST_ROWS;
  const configurations = `${planned.configurations.length} configurations x ${replicates.count} replicates`;
  const total = `${name}: ${configurations} = ${planned.trials.length} trials, about ${duration(seconds)}`;
  return [table, ...(more > 0 ? [`... and ${more} more`] : []), "", total, ""].join("\n");
}

function costOf({ configuration, facts }: PlannedConfiguration): TrialCost {
  return trialCost(configuration, facts);
}

/** Trials that differ in epochs alone train as one. */
function totalWork({ configurations, trials }: Plan): number {
  return makeJobs(trials, configurations).reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0);
}
