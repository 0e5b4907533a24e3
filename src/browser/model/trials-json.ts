import type { PageData, PageTrial } from "../../report/page/page-data.ts";

/** Returns trials with their configurations and every number of every epoch as JSON. */
export function trialsJson({ name, configurations }: PageData, trials: readonly PageTrial[]): string {
  const whole = trials.map((trial) => ({
    ...trial,
    configuration: configurations[trial.configuration]!.configuration,
  }));
  return JSON.stringify({ name, trials: whole }, null, 1);
}
