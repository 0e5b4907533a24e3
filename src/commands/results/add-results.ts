import { InvalidArgumentError, Option, type Command } from "commander";
import { EXPORT_FORMATS, ROWS } from "../../interchange/formats.ts";
import { choices, example, positive, hostOption, portOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";
import { projectBaseline, projectResults } from "../console/project-settings.ts";

/** Adds `compare` to the program; `setCode` takes the exit code. */
export function addCompare(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("compare")
    .description(
      "show the differences between two results, setting by setting (use diff for specs); always exits with 0",
    )
    .usage("[options] [before] <results>")
    .argument(
      "<before>",
      "results, a git revision of <results>, or two revisions such as main..HEAD (default: the baseline)",
    )
    .argument("[results]", "experiment by name or file, or any folder of results")
    .addOption(new Option("--json", "print JSON with all digits").conflicts(["md"]))
    .option("--md", "print Markdown, for a pull request")
    .option("-o, --out <dir>", "folder with the results of experiments", "results")
    .addHelpText(
      "after",
      example("gridient compare results/lr ../theirs/results/lr", "gridient compare main lr --md"),
    )
    .action(async (...[first, second, options]) => {
      const [before, results] = projectBaseline(first, second);
      setCode(await (await import("./compare.ts")).compare(before, results, options, io));
    });
}

/** Adds `decide` to the program; `setCode` takes the exit code. */
export function addDecide(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("decide")
    .description(
      "say whether to keep a change by its results, in pairs of replicates: exit 0 to keep, 1 to discard it, 3 if undecided",
    )
    .usage("[options] [before] <results>")
    .argument(
      "<before>",
      "results, or a git revision of <results>, or two as main..HEAD (default: the baseline)",
    )
    .argument("[results]", "experiment by name or file, or any folder of results")
    .option(
      "--margin <gain>",
      "smallest gain that matters (default: 0.01 for accuracies and other shares, else 0)",
      gain,
    )
    .option("--json", "print JSON, figures in full")
    .option("-o, --out <dir>", "folder in which experiments have their results", "results")
    .addHelpText("after", example("gridient decide main lr", "gridient decide main lr --margin 0.002 --json"))
    .action(async (...[first, second, options]) => {
      const [before, results] = projectBaseline(first, second);
      setCode(await (await import("./decide.ts")).decide(before, results, options, io));
    });
}

/** Parses a gain that matters. @throws {InvalidArgumentError} If the text is none. */
function gain(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError("It must be a number from 0 up.");
  return value;
}

/** Adds `show` to the program; `setCode` takes the exit code. */
export function addShow(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("show")
    .description("show the leaderboard of results, or their trials; reads committed files only")
    .argument("<results>", "experiment by name or file, or any folder of results")
    .option("--sort <metric>", "sort by this metric, the best first (default: the objective)")
    .option("--top <n>", "rows to show (default: 10 settings on a screen, else all)", positive)
    .option("--columns <names>", "columns to show, such as eta,testAccuracy,sd", words)
    .option("--trials", "one row for each trial")
    .addOption(new Option("--json", "print JSON with all digits").conflicts(["csv", "md"]))
    .addOption(new Option("--csv", "print CSV with all digits").conflicts(["md"]))
    .option("--md", "print a Markdown table")
    .option("-o, --out <dir>", "folder with the results of experiments", "results")
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

/** Adds `view` to the program; `setCode` takes the exit code. */
export function addView(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("view")
    .description("serve the interactive pages in a folder of results, and a list of them, on this machine")
    .argument("[folder]", "folder of results (default: results)")
    .addOption(hostOption())
    .addOption(portOption())
    .addHelpText("after", example("gridient view results"))
    .action(async (folder, options) =>
      setCode(await (await import("./view.ts")).view(folder ?? projectResults(), options, io)),
    );
}

/** Adds `export` to the program; `setCode` takes the exit code. */
export function addExport(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("export")
    .description("write results for TensorBoard, MLflow, pandas and other tools; reads committed files only")
    .argument("<results>", "experiment by name or file, or any folder of results")
    .addOption(
      choices(
        new Option("--to <format>", "format of the export (default: the extension of --out)"),
        EXPORT_FORMATS,
      ),
    )
    .addOption(choices(new Option("--rows <what>", "rows of csv and parquet (default: trials)"), ROWS))
    .option(
      "-o, --out <path>",
      "file or folder to write (default: runs/NAME for tensorboard, mlruns for mlflow, else NAME-ROWS.FORMAT)",
    )
    .addHelpText(
      "after",
      example(
        "gridient export lr --to tensorboard",
        "gridient export lr --to mlflow --out mlruns",
        "gridient export lr --rows epochs --out lr.parquet",
      ),
    )
    .action(async (word, options) =>
      setCode(await (await import("./export-results.ts")).exportResults(word, options, io)),
    );
}
