import { nodeSystem } from "../../files/node-system.ts";
import { existsSync, statSync } from "node:fs";
import { dirname, join, basename, relative, resolve } from "node:path";
import { stringify } from "yaml";
import { isIdx } from "../../data/idx/is-idx.ts";
import { DatasetError } from "../../data/dataset-error.ts";
import { OpenedFiles } from "../../data/opened-files.ts";
import { datasetSource } from "../../data/registry.ts";
import { GridientError } from "../../errors.ts";
import { defaultOptions } from "../../fields/defaults.ts";
import type { TableLines } from "./first-table.ts";

/** Returns whether a word names an existing folder, or an IDX file. */
export function isFolderOrIdx(word: string): boolean {
  return isIdx(word) || (statSync(word, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** Returns the lines of a spec for a folder of images, or for IDX files. @throws {GridientError} E_USAGE. */
export function firstFolder(word: string, experiment: string): TableLines {
  const from = (file: string) => relative(dirname(resolve(experiment)), resolve(file)).replaceAll("\\", "/");
  const dataset = isIdx(word)
    ? Object.fromEntries(Object.entries(idxFiles(word)).map(([option, file]) => [option, from(file)]))
    : { path: from(word) };
  const name = isIdx(word) ? "idx" : "images";
  const lines = stringify({ dataset: { name, ...dataset } }, { lineWidth: 0 }).trimEnd();
  const training = trainingSize({ name, ...dataset }, dirname(resolve(experiment)));
  return { dataset: lines, output: "softmax", loss: "crossEntropy", notes: [], ...training };
}

/** Returns how many examples the training part has; problems of the data are reported when the experiment is tried. */
function trainingSize(dataset: { readonly name: string }, folder: string): Pick<TableLines, "training"> {
  const options = { ...defaultOptions(dataset.name), ...dataset };
  try {
    const { sizes } = datasetSource(dataset.name).facts(options, {
      path: folder,
      system: nodeSystem,
      opened: new OpenedFiles(),
    });
    return { training: sizes.train };
  } catch (error) {
    if (error instanceof DatasetError) return {};
    throw error;
  }
}

/** Returns the four files of a data set by the name of the first, as MNIST and similar data sets name them. */
function idxFiles(inputs: string): Record<"path" | "labels" | "testInputs" | "testLabels", string> {
  const beside = (name: string) => join(dirname(inputs), name);
  const labels = (name: string) => name.replace("images", "labels").replace("idx3", "idx1");
  const tests = ["t10k", "test"].map((word) => basename(inputs).replace(/^train/, word));
  const test = tests.find((name) => existsSync(beside(name))) ?? tests[0]!;
  const files = {
    path: inputs,
    labels: beside(labels(basename(inputs))),
    testInputs: beside(test),
    testLabels: beside(labels(test)),
  };
  const absent = Object.values(files).filter((file) => !existsSync(file));
  if (absent.length === 0 && new Set(Object.values(files)).size === 4) return files;
  const message =
    absent.length > 0
      ? `An IDX data set has four files; not found: ${absent.join(", ")}`
      : `The name of the first IDX file must begin with train-images (got ${inputs})`;
  throw new GridientError("E_USAGE", message, {
    hint: "Name them in the spec: path, labels, testInputs and testLabels",
  });
}
