import type { Command } from "commander";
import {
  example,
  limitOption,
  positive,
  reporterOption,
  setOption,
  storeOption,
} from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `plan` to the program; `setCode` takes the exit code. */
export function addPlan(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("plan")
    .description(
      "show what a sweep would do: configurations, what is done already, time and memory for the rest",
    )
    .argument("<files...>", "experiment files")
    .option("--json", "print one JSON object a file")
    .option("-w, --workers <n>", "threads to plan for (default: one for each core)", positive)
    .addOption(storeOption())
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient plan experiments/lr.yaml --json"))
    .action(async (files, options) => setCode(await (await import("./plan.ts")).plan(files, options, io)));
}
