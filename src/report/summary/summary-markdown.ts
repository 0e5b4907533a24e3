import { figureText, deviationText } from "../../results/figure-text.ts";
import { metricText } from "../../results/metric-text.ts";
import type { Results } from "../../results/results.ts";
import { settingText } from "../../results/setting-text.ts";
import { metricNamed } from "../../metrics/metrics.ts";
import { capitalized } from "../../text/counted.ts";
import { datasetNames } from "../dataset-names.ts";
import { expectationsText } from "../expectations-text.ts";
import { inOwnUnits } from "../in-own-units.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";
import type { Picture } from "../pictures/picture.ts";
import type { ReportPictures } from "../pictures/report-pictures.ts";
import { answerOf } from "./answer.ts";
import { divergenceMarkdown } from "./divergence-markdown.ts";
import { effectsMarkdown } from "./effects-markdown.ts";
import { leaderboardMarkdown, replicatesMarkdown } from "./leaderboard-markdown.ts";
import { pictureMarkdown } from "./picture-markdown.ts";
import { sweepCommand } from "./sweep-command.ts";
import { varianceMarkdown } from "./variance-markdown.ts";

/** Returns summary.md: the answer first, then what it rests on, then how to get it again. */
export function summaryMarkdown(results: Results, pictures: ReportPictures): string {
  const { experiment } = results;
  const own = inOwnUnits(results);
  const sections = [
    `# ${escapeMarkdown(experiment.name)}`,
    escapeMarkdown(experiment.description ?? ""),
    incompleteSection(results),
    answer(results),
    pictureMarkdown(pictures.descents),
    pictureMarkdown(pictures.curves),
    expectationsMarkdown(results),
    leaderboardMarkdown(results),
    replicatesMarkdown(results),
    samplingText(results),
    ...effectsMarkdown(own, pictures.effects),
    divergenceMarkdown(results),
    headed("Axes together", pictures.together),
    varianceMarkdown(own, pictures.variance),
    headed("Training beside other examples", pictures.fit),
    headed("The best model", pictures.models, bestModelText(results)),
    baselineSection(results),
    warningsSection(results),
    reproduceSection(results),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function headed(heading: string, pictures: readonly Picture[], introduction = ""): string {
  if (pictures.length === 0) return "";
  return [`## ${heading}`, ...(introduction ? [introduction] : []), pictureMarkdown(pictures)].join("\n\n");
}

/** The model is one replicate, and was chosen among them. */
function bestModelText(results: Results): string {
  const { portraits = [], best, columns, experiment, trials } = results;
  const shown = trials.find(({ trial }) => trial.id === portraits[0]?.trialId);
  if (!best || !shown || best.trials.length < 2) return "";
  const { fold, replicate } = shown.trial;
  const which = `${fold === undefined ? "" : `fold ${fold}, `}replicate ${replicate}`;
  return `${capitalized(which)} of ${escapeMarkdown(settingText(best, columns))}: the best of its ${best.trials.length} by ${metricText(experiment.objective.metric, results)}, not their mean.`;
}

function incompleteSection({ complete, trials }: Results): string {
  if (complete) return "";
  const missing = trials.filter(({ record }) => !record).length;
  return `**Incomplete:** ${missing} of ${trials.length} trials left no record.`;
}

function answer(results: Results): string {
  const { emphasized, rest, further } = answerOf(results);
  const gap = rest.startsWith(" ") ? " " : "";
  return `**${escapeMarkdown(emphasized)}**${gap}${escapeMarkdown(further === "" ? rest : `${rest} ${further}`)}`;
}

function baselineSection({ datasets }: Results): string {
  const names = datasetNames(datasets.map(({ dataset }) => dataset));
  const lines = datasets.flatMap(({ baseline }, i) => {
    if (!baseline) return [];
    const accuracy = figureText(`${baseline.part}Accuracy`, baseline.accuracy);
    return [`- ${escapeMarkdown(names[i]!)}, ${baseline.part} part: ${accuracy}`];
  });
  if (lines.length === 0) return "";
  return `## Majority baseline\n\nThe accuracy of always answering the most frequent class.\n\n${lines.join("\n")}`;
}

function warningsSection({ warnings }: Results): string {
  if (warnings.length === 0) return "";
  return `## Warnings\n\n${warnings.map(({ message }) => `- ${escapeMarkdown(message)}`).join("\n")}`;
}

function reproduceSection({ experiment, trainerVersion, datasets }: Results): string {
  const names = datasetNames(datasets.map(({ dataset }) => dataset));
  const data = datasets.map(({ digest }, i) => `- Data ${escapeMarkdown(names[i]!)}: \`${digest}\``);
  return [
    "## How to reproduce",
    `\`\`\`sh\n${sweepCommand(experiment)}\n\`\`\``,
    "This writes the same files again, byte for byte.",
    [`- Trainer version ${trainerVersion}`, ...data].join("\n"),
  ].join("\n\n");
}

/** Returns the section on what the results must show, and whether they do; empty where nothing is expected. */
function expectationsMarkdown({ expectations }: Pick<Results, "expectations">): string {
  if (expectations.length === 0) return "";
  const rows = expectations.map(({ expectation, expected, holds, found }) => [
    escapeMarkdown(expectation.because ?? ""),
    escapeMarkdown(expected),
    escapeMarkdown(found),
    holds === undefined ? "not judged" : holds ? "yes" : "**no**",
  ]);
  return [
    "## What this experiment must show",
    `${expectationsText(expectations)}.`,
    markdownTable(["lesson", "expected", "found", "holds"], rows),
  ].join("\n\n");
}

/** Returns what the intervals leave out: that the examples are a sample; empty where too little is known of it. */
export function samplingText({ sampling, experiment }: Results): string {
  if (!sampling) return "";
  const { metric, accuracy, examples, standardError } = sampling;
  const part = metricNamed(metric).part;
  const scope = scopeOf(experiment.replicates);
  if (accuracy === 1) {
    const most = figureText(metric, 3 / examples); // the rule of three: 1 - 0.05^(1/n)
    return `${scope}: with all ${examples} ${part} examples right, up to ${most} of all examples may be wrong (95 %).`;
  }
  const figure = `the best one's accuracy of ${figureText(metric, accuracy)}`;
  const error = `a standard error of ${deviationText(metric, standardError)} points`;
  return `${scope}: on ${examples} ${part} examples, ${figure} has ${error}.`;
}

function scopeOf({ count, folds }: Results["experiment"]["replicates"]): string {
  if (folds !== undefined)
    return "The intervals cover initial weights, order of examples and which of them are trained and tested on";
  return count > 1
    ? "The intervals cover initial weights and order of examples, not the choice of examples"
    : "Even without any spread of replicates, the choice of examples remains";
}
