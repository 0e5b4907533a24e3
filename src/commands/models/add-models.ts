import { Option, type Command } from "commander";
import { DECIMAL_NAMES, DELIMITER_NAMES } from "../../data/table/reading/dialect.ts";
import { MODEL_FORMATS } from "../../model/model.ts";
import {
  choices,
  dataDirOption,
  example,
  limitOption,
  reporterOption,
  setOption,
  storeOption,
} from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `export-model` to the program; `setCode` takes the exit code. */
export function addExportModel(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("export-model")
    .description("write the model of a trial to a file, with its model card")
    .argument("<file>", "experiment file")
    .argument(
      "[trial]",
      "number of the trial, the beginning of its id, or best: the best trial of the best setting",
      "best",
    )
    .addOption(
      choices(
        new Option("--to <format>", "format of the file (default: the extension of --out, else json)"),
        MODEL_FORMATS,
      ),
    )
    .option("-o, --out <file>", "file to write (default: model.json, model.safetensors or model.onnx)")
    .addOption(storeOption())
    .addOption(dataDirOption())
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText(
      "after",
      example(
        "gridient export-model experiments/lr.yaml --out lr.json",
        "gridient export-model experiments/lr.yaml 4 --to onnx",
      ),
    )
    .action(async (file, trial, options) =>
      setCode(await (await import("./export-model.ts")).exportModel(file, trial, options, io)),
    );
}

/** Adds `predict` to the program; `setCode` takes the exit code. */
export function addPredict(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("predict")
    .description("predict every row of a data file, or every image, with a model; prints CSV")
    .usage("[options] <model file> <data> | <experiment file> [trial] <data>")
    .argument("<model>", "file of export-model (JSON or safetensors), or experiment file")
    .argument(
      "<words...>",
      "for an experiment the trial, as in export-model; then a file of CSV or JSON lines, a PNG or JPEG, or a folder of images",
    )
    .option("-o, --out <file>", "file for the answers (default: print them)")
    .addOption(
      choices(
        new Option("--delimiter <name>", "what separates the cells of a CSV file (default: as in training)"),
        DELIMITER_NAMES,
      ),
    )
    .addOption(
      choices(new Option("--decimal <name>", "the decimal mark (default: as in training)"), DECIMAL_NAMES),
    )
    .option("--header", "the first row names the columns (default: as in training)")
    .option("--no-header", "the first row is an example")
    .option("--names <list>", "names of the columns, separated by commas")
    .option("--strict", "refuse categories that did not occur in training (default: warn about them)")
    .addOption(storeOption())
    .addOption(dataDirOption())
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText(
      "after",
      example(
        "gridient predict penguins.json new.csv --out answers.csv",
        "gridient predict experiments/penguins.yaml best new.csv",
        "gridient predict leaves.json photos/",
      ),
    )
    .action(async (model, words, options) =>
      setCode(await (await import("./predict.ts")).predict(model, words, options, io)),
    );
}
