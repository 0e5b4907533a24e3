import type { Command } from "commander";
import { example, limitOption, reporterOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `diff` to the program; `setCode` takes the exit code. */
export function addDiff(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("diff")
    .description(
      "say which trials a change of a spec adds and removes, and what they cost (compare compares results); exit 0 in any case",
    )
    .argument("<before>", "experiment file, or a git revision of <file>, or two as main..HEAD")
    .argument("<file>", "experiment file")
    .option("--markdown", "print Markdown, for a pull request")
    .option("--json", "print JSON")
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient diff main experiments/lr.yaml --markdown"))
    .action(async (before, file, options) =>
      setCode(await (await import("./diff.ts")).diff(before, file, options, io)),
    );
}
