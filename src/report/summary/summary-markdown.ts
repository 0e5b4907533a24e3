import { figureText } from "../../results/figure-text.ts";
import { resultKindOf } from "../../results/kinds/result-kind-of.ts";
import { metricText } from "../../results/metric-text.ts";
import type { Results } from "../../results/results.ts";
import { settingText } from "../../results/setting-text.ts";
import { trialWord } from "../../spec/repetitions.ts";
import { notesMarkdown, tagsMarkdown } from "../about-markdown.ts";
import { datasetNames } from "../dataset-names.ts";
import { expectationsText } from "../expectations-text.ts";
import { searchText } from "../grid/search-text.ts";
import { inOwnUnits } from "../in-own-units.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";
import type { Picture } from "../pictures/picture.ts";
import type { ReportPictures } from "../pictures/report-pictures.ts";
import { answerOf } from "./answer.ts";
import { detailsMarkdown } from "./details-markdown.ts";
import { determinismItem } from "./determinism-item.ts";
import { divergenceMarkdown } from "./divergence-markdown.ts";
import { effectsMarkdown } from "./effects-markdown.ts";
import { importanceMarkdown } from "./importance-markdown.ts";
import { leaderboardMarkdown, replicatesMarkdown } from "./leaderboard-markdown.ts";
import { pictureMarkdown } from "./picture-markdown.ts";
import { playgroundAddress } from "./playground-address.ts";
import { searchMarkdown } from "./search-markdown.ts";
import { sweepCommand } from "./sweep-command.ts";
import { uncertaintiesOf } from "./uncertainty.ts";
import { varianceMarkdown } from "./variance-markdown.ts";
import { versionLines, type VersionLine } from "./version-lines.ts";

/** Returns summary.md: the answer, what is not certain, warnings, tables and pictures, and how to reproduce them. */
export function summaryMarkdown(results: Results, pictures: ReportPictures): string {
  const { experiment } = results;
  const own = inOwnUnits(results);
  const sections = [
    `# ${escapeMarkdown(experiment.name)}`,
    escapeMarkdown(experiment.description ?? ""),
    tagsMarkdown(experiment),
    incompleteSection(results),
    answer(results),
    escapeMarkdown(searchText(results)),
    pictureMarkdown(pictures.descents),
    pictureMarkdown(pictures.curves),
    listSection("What is not certain", uncertaintiesOf(results)),
    listSection(
      "Warnings",
      results.warnings.map(({ message }) => message),
    ),
    notesMarkdown(experiment),
    expectationsMarkdown(results),
    leaderboardMarkdown(results),
    replicatesMarkdown(results),
    searchMarkdown(results, pictures.search),
    ...effectsMarkdown(own, pictures.effects),
    divergenceMarkdown(results),
    mapsSection(pictures.together),
    own.experiment.sweep.search
      ? importanceMarkdown(own, pictures.variance)
      : varianceMarkdown(own, pictures.variance),
    headed("Training vs. held-out examples", pictures.fit),
    headed("The best model", pictures.models, bestModelText(results)),
    baselineSection(results),
    reproduceSection(results),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function headed(heading: string, pictures: readonly Picture[], introduction = ""): string {
  if (pictures.length === 0) return "";
  return [`## ${heading}`, ...(introduction ? [introduction] : []), pictureMarkdown(pictures)].join("\n\n");
}

function mapsSection(pictures: readonly Picture[]): string {
  if (pictures.length === 0) return "";
  return `## Pairs of axes\n\n${detailsMarkdown("A map for each pair of axes", pictureMarkdown(pictures))}`;
}

/** Returns which replicate the pictures of the best model show. */
function bestModelText(results: Results): string {
  const { portraits = [], best, columns, experiment, trials } = results;
  const shown = trials.find(({ trial }) => trial.id === portraits[0]?.trialId);
  if (!best || !shown) return "";
  const { fold, replicate } = shown.trial;
  const which = `${fold === undefined ? "" : `fold ${fold}, `}replicate ${replicate}`;
  const setting = escapeMarkdown(settingText(best, columns));
  if (best.trials.length === 1) return `This is ${which} of ${setting}, the only one.`;
  return `This is ${which} of ${setting}: the best of its ${best.trials.length} ${trialWord(experiment.replicates)}s by ${metricText(experiment.objective.metric, results)}.`;
}

function incompleteSection({ complete, trials }: Results): string {
  if (complete) return "";
  const missing = trials.filter(({ record }) => !record).length;
  return `**Incomplete:** ${missing} of ${trials.length} trials have no record.`;
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
    return [`- ${escapeMarkdown(names[i]!)}, ${baseline.part} set: ${accuracy}`];
  });
  if (lines.length === 0) return "";
  return `## Majority baseline\n\nThe accuracy of always predicting the most frequent class.\n\n${lines.join("\n")}`;
}

function listSection(heading: string, sentences: readonly string[]): string {
  if (sentences.length === 0) return "";
  return `## ${heading}\n\n${sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n")}`;
}

function reproduceSection(results: Results): string {
  const { experiment, trainerVersion, datasets, verified } = results;
  const names = datasetNames(datasets.map(({ dataset }) => dataset));
  const data = datasets.map(({ digest }, i) => `- Data set ${escapeMarkdown(names[i]!)}: \`${digest}\``);
  const { mayDiffer } = resultKindOf(experiment.base);
  const facts = [
    `- Trainer version ${trainerVersion}`,
    ...data,
    ...versionLines(experiment).map(versionItem),
    ...(mayDiffer ? [determinismItem(verified)] : []),
  ];
  const claim = mayDiffer
    ? "This command writes the files again. Their bytes are the same if the program computes the same."
    : "This command writes the same files again, byte for byte.";
  const command = `\`\`\`sh\n${sweepCommand(experiment)}\n\`\`\``;
  const [invitation = "", target = ""] = playgroundLines(results);
  const paragraphs = ["## How to reproduce", command, claim, invitation, facts.join("\n"), target];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

/** Returns a sentence that links to the playground, and the long address, which goes where it disturbs no reader. */
function playgroundLines(results: Results): string[] {
  const address = playgroundAddress(results);
  if (address === undefined) return [];
  const invitation =
    "To change something and train again in a browser, [open it in the playground][playground].";
  return [invitation, `[playground]: ${address}`];
}

function versionItem({ command, output }: VersionLine): string {
  return `- ${escapeMarkdown(command)}: ${escapeMarkdown(output)}`;
}

/** Returns the section with the expectations and whether they hold; empty where there are none. */
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
