import { Option, type Command } from "commander";
import { MODEL_FORMATS } from "../../model/encode-model.ts";
import { example, limitOption, reporterOption, setOption, storeOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `export-model` to the program; `setCode` takes the exit code. */
export function addExportModel(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("export-model")
    .description("write the model of a trial to a file, and its model card beside it")
    .argument("<file>", "experiment file")
    .argument("[trial]", "number of the trial, the beginning of its id, or best: of the best setting", "best")
    .addOption(
      new Option("--to <format>", "what to write (default: what --out ends with, else json)").choices(
        MODEL_FORMATS,
      ),
    )
    .option("-o, --out <file>", "file to write (default: model.json, model.safetensors or model.onnx)")
    .addOption(storeOption())
    .option("--data-dir <dir>", "folder with data sets by name (default: GRIDIENT_DATA_DIR)")
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
