import { localMeans } from "../../pipeline/local-means.ts";
import { join } from "node:path";
import { networkIn } from "../../configuration/kind-of.ts";
import { PATH_OPTIONS } from "../../data/source.ts";
import { writeWhole } from "../../files/write-whole.ts";
import { encodeModel } from "../../model/encode-model.ts";
import { partText } from "../../model/inputs/part-text.ts";
import { MODEL_FORMATS, type ModelFormat, type Model } from "../../model/model.ts";
import { chooseTrial, exportModel as modelOf } from "../../pipeline/models/export-model.ts";
import { listText } from "../../results/list-text.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { visibleText } from "../../text/visible-text.ts";
import { planTrials } from "../../trials/plan.ts";
import { damageText, follow } from "../console/follow.ts";
import { CANCELLED, type Io } from "../console/io.ts";
import { loadContext } from "../reading/load-context.ts";
import { readSpecs, type ReadOptions } from "../reading/read-specs.ts";
import { refuseOverwriting } from "../reading/refuse-overwriting.ts";

/** Options for finding a trial's model. */
export interface ModelOptions extends ReadOptions {
  readonly store: string;
  readonly dataDir?: string;
}

/** Options of the command line. */
export interface ExportModelOptions extends ModelOptions {
  readonly to?: ModelFormat;
  readonly out?: string;
}

/**
 * Writes the model of a trial and its card. Returns the exit code.
 * @throws {GridientError} E_USAGE if there is no such trial, or if it has no model; E_UNEXPECTED, E_DATA, E_MEMORY, E_STORE.
 */
export async function exportModel(
  file: string,
  trial: string,
  options: ExportModelOptions,
  io: Io,
): Promise<number> {
  const experiments = await readSpecs([file], options, io);
  const format = options.to ?? formatOf(options.out);
  const path = options.out ?? `model.${format}`;
  const card = `${path.replace(/\.[^./\\]*$/, "")}.card.md`;
  for (const file of [path, card]) refuseOverwriting(file, dataFiles(experiments[0]!));
  const model = await trialModel(experiments[0]!, trial, options, io);
  if (!model) return CANCELLED;
  await writeWhole(path, encodeModel(model, format));
  await writeWhole(card, model.card);
  io.stdout.write(`model: ${path}\ncard: ${card}\n`);
  if (format === "onnx") io.stderr.write(partsNote(model));
  return 0;
}

/** Returns the files and folders with the data of an experiment. */
function dataFiles(experiment: Experiment): string[] {
  return planTrials(experiment).configurations.flatMap(({ configuration }) => {
    const dataset = networkIn(configuration)?.dataset;
    if (!dataset) return [];
    const named = PATH_OPTIONS.filter((option) => dataset[option] !== undefined);
    return named.map((option) => join(experiment.sweep.folder.path, String(dataset[option])));
  });
}

/** ONNX has no operator for dates, so their parts must be passed in. */
function partsNote({ inputs }: Model): string {
  const columns = inputs.kind === "columns" ? inputs.columns : [];
  const parts = columns.filter((column) => column.kind === "number" && partText(column) !== undefined);
  if (parts.length === 0) return "";
  const names = parts.map(({ column }) => visibleText(JSON.stringify(column)));
  return `note: ONNX cannot read dates: give their parts as numbers, ${listText(names, 10)}; the inputs' descriptions define them\n`;
}

/** Returns the model of the trial that a word names; undefined if the user stopped its training. */
export function trialModel(
  experiment: Experiment,
  word: string,
  { store, dataDir }: ModelOptions,
  io: Io,
): Promise<Model | undefined> {
  return follow(io, [], ({ listener, signal }) =>
    modelOf(experiment, {
      ...localMeans(
        {
          storeDir: store,
          load: loadContext(dataDir, io, signal),
          kernel: io.env["GRIDIENT_KERNEL"],
          signal,
          listener,
        },
        (...damage) => io.stderr.write(damageText(...damage)),
      ),
      choose: (plan, results) => chooseTrial(word, plan, results),
    }),
  );
}

function formatOf(out = ""): ModelFormat {
  return MODEL_FORMATS.find((format) => out.endsWith(`.${format}`)) ?? "json";
}
