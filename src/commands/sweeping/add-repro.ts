import type { Command } from "commander";
import { example, limitOption, reporterOption, setOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `repro` to the program; `setCode` takes the exit code. */
export function addRepro(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("repro")
    .description("print a spec of one trial alone, with every value written out")
    .argument("<file>", "experiment file")
    .argument("<trial>", "number of the trial, or the beginning of its id")
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient repro experiments/lr.yaml 4 > trial.yaml"))
    .action(async (file, trial, options) =>
      setCode(await (await import("./repro.ts")).repro(file, trial, options, io)),
    );
}
