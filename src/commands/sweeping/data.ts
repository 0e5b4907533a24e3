import { GridientError } from "../../errors.ts";
import { loadDataset } from "../../data/load-dataset.ts";
import { recipeDigest } from "../../data/recipe-digest.ts";
import { DATASETS, datasetSource } from "../../data/registry.ts";
import type { Dataset, PartName } from "../../data/dataset.ts";
import type { DatasetOptions } from "../../data/source.ts";
import { defaultOptions } from "../../spec/schema/defaults.ts";
import type { Io } from "../console/io.ts";
import { loadContext } from "../reading/load-context.ts";

/** Builds or fetches a data set with its default options and describes it. Returns the exit code. */
export async function data(name: string, options: { dataDir?: string }, io: Io): Promise<number> {
  if (!DATASETS.has(name)) {
    const known = [...DATASETS.values()]
      .map((source) => `  ${source.name.padEnd(8)} ${source.summary}`)
      .join("\n");
    throw new GridientError("E_USAGE", `Cannot find a data set as the name must be known: "${name}"`, {
      hint: `The data sets are\n${known}`,
    });
  }
  const filled = defaultOptions(name);
  const dataset = await loadDataset(filled, loadContext(options.dataDir, io));
  io.stdout.write(describe(filled, dataset));
  return 0;
}

function describe(options: DatasetOptions, dataset: Dataset): string {
  const source = datasetSource(options.name);
  const size = dataset.image ? `${dataset.image.join(" x ")} pixels` : `${dataset.features} numbers`;
  const counts = (["train", "validation", "test"] as const).map((part) => {
    return `  ${part.padEnd(11)} ${String(dataset.sizes[part]).padStart(6)}  by class ${classCounts(dataset, part).join(" ")}`;
  });
  return [
    `${options.name}: ${source.summary}`,
    `  examples    ${size}, ${dataset.classes} classes, ${nonZeroShare(dataset)} % of the inputs are not zero`,
    ...counts,
    `  digest      ${recipeDigest(source.recipe(options))}`,
    "",
  ].join("\n");
}

function classCounts({ classes, labels, parts }: Dataset, part: PartName): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const row of parts[part]) counts[labels[row]!]!++;
  return counts;
}

function nonZeroShare({ inputs }: Dataset): string {
  let nonZero = 0;
  for (let i = 0; i < inputs.length; i++) if (inputs[i] !== 0) nonZero++;
  return ((100 * nonZero) / inputs.length).toFixed(1);
}
