import type { Command } from "commander";
import { example, limitOption, reporterOption, setOption, whereOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `explain` to the program; `setCode` takes the exit code. */
export function addExplain(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("explain")
    .description("say what set each value of a trial, or what became of a combination that is not there")
    .argument("<file>", "experiment file")
    .argument("[trial]", "number of the trial, or the beginning of its id")
    .argument("[path]", "one field only, such as eta or architecture.hidden")
    .addOption(whereOption())
    .option("--json", "print JSON")
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText(
      "after",
      example(
        "gridient explain experiments/lr.yaml 4 eta",
        "gridient explain experiments/lr.yaml --where eta=3",
      ),
    )
    .action(async (file, trial, path, options) =>
      setCode(await (await import("./explain.ts")).explain(file, trial, path, options, io)),
    );
}
