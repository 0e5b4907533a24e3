import type { Plan } from "../../trials/plan.ts";
import { plainTable } from "../../report/terminal/plain-table.ts";
import { oddData } from "../../results/warnings/odd-data.ts";
import { counted } from "../../text/counted.ts";
import { visibleText } from "../../text/visible-text.ts";
import { durationText } from "../../text/duration-text.ts";
import { axesTable } from "./axes-table.ts";
import { configurationsTable } from "./configurations-table.ts";
import { continuedText } from "./continued-text.ts";
import type { Outlook } from "./outlook.ts";
import { rulesTable } from "./rules-table.ts";
import { unsharedText } from "./unshared-text.ts";

/** A list of more configurations is not read: the axes say it better. */
const MOST_ROWS = 30;

/** Returns a plan for people, lines of at most `width` columns where values allow. */
export function planText(plan: Plan, outlook: Outlook, width: number): string {
  const { configurations, experiment, trials } = plan;
  const { count, folds } = experiment.replicates;
  const repeated = [...(folds === undefined ? [] : [`${folds} folds`]), counted(count, "replicate")];
  const sizes = [counted(configurations.length, "configuration"), ...repeated].join(" x ");
  const isLong = configurations.length > MOST_ROWS;
  return [
    `${experiment.name}: ${sizes} = ${counted(trials.length, "trial")}`,
    isLong ? axesTable(plan, outlook.rates, width) : configurationsTable(plan, outlook.rates),
    rulesTable(plan),
    outlookText(plan, outlook),
    oddData(plan.dataWarnings)
      .map(({ message }) => `! ${visibleText(message)}`)
      .join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n\n");
}

function outlookText(plan: Plan, outlook: Outlook): string {
  const { configurations, trials } = plan;
  const { stored, store, jobs, starts, workers, seconds, peakBytes } = outlook;
  const missing = trials.length - stored;
  const length = configurations[0]?.configuration.kind === "function" ? "steps" : "epochs";
  const sharing =
    jobs.length < missing
      ? ` in ${jobs.length} trainings: those that differ in ${length} alone share one`
      : "";
  const rows = [["to train", `${missing}${sharing}`]];
  if (stored > 0) rows.unshift(["stored", `${stored} in ${store}`]);
  const unshared = unsharedText(plan);
  if (missing > 0 && unshared !== "") rows.push(["not shared", unshared]);
  continuedText(starts).forEach((text, i) => rows.push([i === 0 ? "go on" : "", text]));
  const { confirm = 0 } = plan.experiment.report ?? {};
  if (confirm > 0)
    rows.push([
      "then",
      `${counted(confirm, "fresh replicate")} of the best configuration, which the time leaves out`,
    ]);
  if (missing > 0) rows.push(["time", `about ${durationText(seconds)} with ${counted(workers, "worker")}`]);
  if (missing > 0) rows.push(["memory", `about ${Number((peakBytes / 1e6).toPrecision(2))} MB`]);
  return plainTable(rows, ["left", "left"]);
}
