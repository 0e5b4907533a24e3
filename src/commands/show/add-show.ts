import { Option, type Command } from "commander";
import { example, positive } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `show` to the program; `setCode` takes the exit code. */
export function addShow(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("show")
    .description("show the leaderboard of results, or their trials; reads committed files alone")
    .argument("<results>", "experiment by name or file, or any folder of results")
    .option("--sort <metric>", "the best by this metric first (default: the objective)")
    .option("--top <n>", "rows to show (default: 10 settings on a screen, else all)", positive)
    .option("--columns <names>", "columns to show, as eta,testAccuracy,sd", words)
    .option("--trials", "one row for each trial")
    .addOption(new Option("--json", "print JSON, figures in full").conflicts(["csv", "md"]))
    .addOption(new Option("--csv", "print CSV, figures in full").conflicts(["md"]))
    .option("--md", "print a table in Markdown")
    .option("-o, --out <dir>", "folder in which experiments have their results", "results")
    .addHelpText(
      "after",
      example(
        "gridient show lr",
        "gridient show results/lr --sort testAccuracy --top 3",
        "gridient show lr --trials --columns trial,eta,testAccuracy --csv",
      ),
    )
    .action(async (word, options) => setCode(await (await import("./show.ts")).show(word, options, io)));
}

function words(text: string): string[] {
  return text.split(",").map((word) => word.trim());
}
