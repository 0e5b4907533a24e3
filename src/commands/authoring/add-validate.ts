import type { Command } from "commander";
import { example, limitOption, reporterOption, setOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `validate` to the program; `setCode` takes the exit code. */
export function addValidate(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("validate")
    .description("check experiment files and train nothing")
    .argument("<files...>", "experiment files")
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient validate experiments/*.yaml"))
    .action(async (files, options) =>
      setCode(await (await import("./validate.ts")).validate(files, options, io)),
    );
}
