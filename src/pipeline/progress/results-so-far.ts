import { makePageData } from "../../report/page/make-page-data.ts";
import type { PageData, PageTrial } from "../../report/page/page-data.ts";
import { groupBy } from "../../results/group-by.ts";
import { buildResults } from "../../results/build-results.ts";
import type { Outcome } from "../../training/outcome.ts";
import type { Plan } from "../../trials/plan.ts";
import { TRAINER_VERSION } from "../../trials/trainer-version.ts";

/**
 * Returns what a page shows of an unfinished sweep. Verdicts are left out until the end, because those of half an experiment
 * would be wrong.
 *
 * @param training Ids of the trials that train now.
 */
export function resultsSoFar(
  plan: Plan,
  outcomes: ReadonlyMap<string, Outcome>,
  training: ReadonlySet<string>,
): PageData {
  const data = makePageData(buildResults(plan, outcomes, { trainerVersion: TRAINER_VERSION }));
  if (data.trials.every(({ id }) => outcomes.has(id))) return data;
  const statusOf = ({ id, status }: PageTrial): PageTrial["status"] =>
    outcomes.has(id) ? status : training.has(id) ? "training" : "waiting";
  const trials = data.trials.map((trial) => ({ ...trial, status: statusOf(trial) }));
  const bySetting = groupBy(trials, ({ configuration }) => configuration);
  const configurations = data.configurations.map((each) => {
    return { ...each, status: statusSoFar(bySetting.get(each.index) ?? []) || each.status };
  });
  return { ...data, configurations, trials, answer: answerSoFar(data), warnings: [], expectations: [] };
}

/** Returns how many trials of a setting train and wait; empty where all have ended. */
function statusSoFar(trials: readonly PageTrial[]): string {
  return (["training", "waiting"] as const)
    .map((status) => ({ status, count: trials.filter((trial) => trial.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`)
    .join(", ");
}

function answerSoFar({ answer, trials }: PageData): PageData["answer"] {
  const records = trials.filter(({ series }) => Object.keys(series).length > 0).length;
  const source = `after ${records} of ${trials.length} trials`;
  const isKnown = trials.some(({ objective }) => objective !== null);
  if (!isKnown) return { emphasized: "No answer yet", rest: `, ${source}.`, further: "" };
  return {
    emphasized: answer.emphasized,
    rest: ` (so far, ${source}; settings without a value rank last)${answer.rest}`,
    further: answer.further,
  };
}
