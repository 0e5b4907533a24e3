import { GridientError } from "../../errors.ts";
import { recipeDigest } from "../../data/recipe-digest.ts";
import { BUILTIN_DATASETS } from "../../data/registry.ts";
import type { Dataset, PartName, TargetFacts } from "../../data/dataset.ts";
import type { BuiltinSource, DatasetOptions } from "../../data/source.ts";
import { defaultOptions } from "../../fields/defaults.ts";
import { counted } from "../../text/counted.ts";
import type { Io } from "../console/io.ts";
import { loadContext } from "../reading/load-context.ts";

/** Generates or downloads a data set with its default options and describes it. Returns the exit code. */
export async function data(name: string, options: { dataDir?: string }, io: Io): Promise<number> {
  const source = BUILTIN_DATASETS.find((other) => other.name === name);
  if (!source) {
    const known = BUILTIN_DATASETS.map((other) => `  ${other.name.padEnd(8)} ${other.summary}`).join("\n");
    throw new GridientError("E_USAGE", `Unknown data set: ${JSON.stringify(name)}`, {
      hint: `Use one of\n${known}\n  or, for your own table, gridient data describe FILE`,
    });
  }
  const filled = defaultOptions(name);
  const dataset = await source.load(filled, loadContext(options.dataDir, io));
  io.stdout.write(describe(source, filled, dataset));
  return 0;
}

function describe(source: BuiltinSource, options: DatasetOptions, dataset: Dataset): string {
  const { features } = dataset;
  const numbers = counted(features, "number");
  const size = dataset.image ? `${dataset.image.join(" x ")} pixels` : numbers;
  const counts = (["train", "validation", "test"] as const).map((part) => {
    const count = String(dataset.sizes[part]).padStart(6);
    return `  ${part.padEnd(11)} ${count}  ${targetsText(dataset, part)}`.trimEnd();
  });
  return [
    `${options.name}: ${source.summary}`,
    `  examples    ${size}, ${wantedText(dataset.target)}, ${nonZeroShare(dataset)} % of the inputs are not zero`,
    ...counts,
    `  digest      ${recipeDigest(source.recipe(options))}`,
    "",
  ].join("\n");
}

function wantedText({ kind, count }: TargetFacts): string {
  if (kind === "classes") return `${count} classes`;
  return count === 1 ? "a number to predict" : `${count} numbers to predict`;
}

function targetsText(dataset: Dataset, part: PartName): string {
  const { labels, target, parts } = dataset;
  if (!labels) return rangeText(dataset.targets, parts[part], target.count);
  const counts = new Array<number>(target.count).fill(0);
  for (const row of parts[part]) counts[labels[row]!]!++;
  return `by class ${counts.join(" ")}`;
}

function rangeText(targets: Float32Array, rows: Uint32Array, count: number): string {
  const values = [...rows].flatMap((row) => [...targets.subarray(row * count, (row + 1) * count)]);
  if (values.length === 0) return "";
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return `targets from ${low.toPrecision(4)} to ${high.toPrecision(4)}`;
}

function nonZeroShare({ inputs }: Dataset): string {
  let nonZero = 0;
  for (let i = 0; i < inputs.length; i++) if (inputs[i] !== 0) nonZero++;
  return ((100 * nonZero) / inputs.length).toFixed(1);
}
