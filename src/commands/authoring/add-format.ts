import type { Command } from "commander";
import { example, limitOption, reporterOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `format` to the program; `setCode` takes the exit code. */
export function addFormat(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("format")
    .description("rewrite experiment files in canonical form; comments and trials stay as they are")
    .argument("<files...>", "experiment files")
    .option(
      "--check",
      "change nothing, name the files that are not in canonical form, exit 1 if there are any",
    )
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient format --check experiments/*.yaml"))
    .action(async (files, options) =>
      setCode(await (await import("./format.ts")).format(files, options, io)),
    );
}
