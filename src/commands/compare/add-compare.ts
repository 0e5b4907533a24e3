import { Option, type Command } from "commander";
import { example } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `compare` to the program; `setCode` takes the exit code. */
export function addCompare(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("compare")
    .description(
      "say what two results differ in, setting by setting (diff compares specs); exit 0 in any case",
    )
    .argument("<before>", "results, or a git revision of <results>, or two as main..HEAD")
    .argument("<results>", "experiment by name or file, or any folder of results")
    .addOption(new Option("--json", "print JSON, figures in full").conflicts(["md"]))
    .option("--md", "print Markdown, for a pull request")
    .option("-o, --out <dir>", "folder in which experiments have their results", "results")
    .addHelpText(
      "after",
      example("gridient compare results/lr ../theirs/results/lr", "gridient compare main lr --md"),
    )
    .action(async (first, second, options) =>
      setCode(await (await import("./compare.ts")).compare(first, second, options, io)),
    );
}
