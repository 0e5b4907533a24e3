import type { Command } from "commander";
import {
  dataDirOption,
  example,
  junitOption,
  limitOption,
  positive,
  reporterOption,
  setOption,
} from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `verify` to the program; `setCode` takes the exit code. */
export function addVerify(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("verify")
    .description(
      "retrain committed trials without the store and compare every table, or the rows of a sample",
    )
    .argument("<file>", "experiment file")
    .option("--sample <n>", "trials to retrain, chosen by the experiment's own seed (default: all)", positive)
    .option("-w, --workers <n>", "threads (default: one for each core)", positive)
    .option("-o, --out <dir>", "folder of the tables", "results")
    .addOption(dataDirOption())
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(junitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient verify experiments/lr.yaml --sample 3"))
    .action(async (file, options) => setCode(await (await import("./verify.ts")).verify(file, options, io)));
}
