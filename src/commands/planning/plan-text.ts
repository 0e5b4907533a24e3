import { wrapText } from "../../terminal/fit-table.ts";
import { plainTable } from "../../terminal/plain-table.ts";
import { learns } from "../../trials/allotment.ts";
import { oddData } from "../../results/warnings/odd-data.ts";
import { epochSettings } from "../../configuration/depends-on-epochs.ts";
import { kindOf, lengthOf } from "../../configuration/kind-of.ts";
import { counted } from "../../text/counted.ts";
import { paragraphsOf } from "../../text/paragraphs.ts";
import { durationText } from "../../text/quantity-text.ts";
import { oneLine, visibleText } from "../../text/visible-text.ts";
import type { Job } from "../../trials/job.ts";
import type { Plan } from "../../trials/plan.ts";
import { axesTable, configurationsTable } from "./configurations-table.ts";
import { continuedTrials, hasKnownWork, type Outlook } from "./outlook.ts";
import { rulesTable } from "./rules-table.ts";
import { searchRows } from "./search-rows.ts";

/** More configurations are shown as axes. */
const MOST_ROWS = 30;

/** Returns a plan for people, lines of at most `width` columns where values allow. */
export function planText(plan: Plan, outlook: Outlook, width: number): string {
  const { configurations, experiment, trials } = plan;
  const { count, folds } = experiment.replicates;
  const repeated = [...(folds === undefined ? [] : [`${folds} folds`]), counted(count, "replicate")];
  const sizes = [counted(configurations.length, "configuration"), ...repeated].join(" x ");
  const { search } = experiment.sweep;
  const total =
    search && learns(search)
      ? `${counted(configurations.length, "configuration")}, ${counted(trials.length, "trial")} so far`
      : `${sizes} = ${counted(trials.length, "trial")}`;
  const isLong = configurations.length > MOST_ROWS;
  return [
    [
      `${experiment.name}: ${total}`,
      ...(experiment.tags ? [`tags: ${experiment.tags.map(visibleText).join(", ")}`] : []),
      ...paragraphsOf(experiment.notes ?? "").map((text) => wrapText(`note: ${text}`, width, "  ")),
    ].join("\n"),
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
  const { trials } = plan;
  const { stored, store, jobs, starts, files, workers, seconds, peakBytes } = outlook;
  const missing = trials.length - stored;
  const length = `${kindOf(plan.experiment.base).unit}s`;
  const sharing =
    jobs.length < missing
      ? ` in ${jobs.length} trainings: trials that differ only in ${length} share one`
      : "";
  const rows = [["to train", `${missing}${sharing}`]];
  if (stored > 0) rows.unshift(["stored", `${stored} in ${store}`]);
  const unshared = unsharedText(plan);
  if (missing > 0 && unshared !== "") rows.push(["not shared", unshared]);
  continuedText(starts).forEach((text, i) => rows.push([i === 0 ? "resume" : "", text]));
  rows.push(...searchRows(plan));
  const { confirm = 0 } = plan.experiment.report ?? {};
  if (confirm > 0)
    rows.push([
      "then",
      `${counted(confirm, "fresh replicate")} of the best configuration, not included in the time`,
    ]);
  if (files.length > 0) rows.push(["files", filesText(files)]);
  versionTexts(plan).forEach((text, i) => rows.push([i === 0 ? "versions" : "", text]));
  const { search } = plan.experiment.sweep;
  const isFirst = search !== undefined && learns(search) ? " for these trials" : "";
  if (missing > 0)
    rows.push(["time", `${timeText(seconds, { workers, isMeasured: !hasKnownWork(plan) })}${isFirst}`]);
  const others = hasKnownWork(plan) ? "" : ", without the programs";
  if (missing > 0) rows.push(["memory", `about ${Number((peakBytes / 1e6).toPrecision(2))} MB${others}`]);
  return plainTable(rows, ["left", "left"]);
}

/** With more ranges, only the count is shown. */
const MOST_RANGES = 8;

/** Returns which trials resume from kept weights, a line for each epoch from which they resume; none where none do. */
function continuedText(starts: ReadonlyMap<Job, number>): string[] {
  return [...continuedTrials(starts)].map(([epoch, numbers]) => {
    const which = numbers.length === 1 ? "trial" : `${numbers.length} trials`;
    return `${which} ${rangesText(numbers)} from weights kept at epoch ${epoch}`;
  });
}

/** Returns ascending numbers as ranges: 0-3, 8, 10-11. */
function rangesText(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const texts = ranges.slice(0, MOST_RANGES).map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  return `(${texts.join(", ")}${ranges.length > MOST_RANGES ? ", ..." : ""})`;
}

/** Returns why configurations of different lengths train one by one; empty where none do, or all are equally long. */
function unsharedText({ configurations }: Plan): string {
  const lengths = new Set(configurations.map(({ configuration }) => lengthOf(configuration)));
  if (lengths.size === 1) return "";
  const settings = configurations.map(({ configuration }) => epochSettings(configuration));
  const reasons = [...new Set(settings.flat())];
  if (reasons.length === 0) return "";
  const count = settings.filter(({ length }) => length > 0).length;
  const which =
    count === settings.length ? "all configurations" : `${count} of ${settings.length} configurations`;
  return `${which} train alone, because their training depends on epochs: ${reasons.join(", ")}`;
}

/** @param isMeasured The time is that of earlier trials, not that of known work. */
function timeText(
  seconds: number | null,
  { workers, isMeasured }: { readonly workers: number; readonly isMeasured: boolean },
): string {
  if (seconds === null) return "not known (it depends on the program)";
  const time = `${seconds < 1 ? "" : "about "}${durationText(seconds)} with ${counted(workers, "worker")}`;
  return isMeasured ? `${time}, if trials take as long as in the last sweep` : time;
}

/** Returns what each command of `versions` printed in the last sweep; a plan runs none of them. */
function versionTexts({ experiment }: Plan): string[] {
  const { versions = [] } = experiment.sweep.folder;
  return versions.map(({ command, output }) => {
    const found =
      output === undefined ? "not known until a sweep runs it" : `${oneLine(output)} (in the last sweep)`;
    return visibleText(`${command.join(" ")}: ${found}`);
  });
}

/** With more files, only some are named. */
const MOST_FILES = 8;

/** "3: train.py, lib/a.py, lib/b.py": how many files are hashed, and which. */
function filesText(files: Outlook["files"]): string {
  const names = files.slice(0, MOST_FILES).map(([path]) => visibleText(path));
  return `${files.length}: ${names.join(", ")}${files.length > MOST_FILES ? ", ..." : ""}`;
}
