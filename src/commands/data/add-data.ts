import { Option, type Command } from "commander";
import { dataDirOption, example, reporterOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";
import { addReadingOptions } from "./reading-options.ts";

/** Adds `data` and `data describe` to the program; `setCode` takes the exit code. */
export function addData(program: Command, io: Io, setCode: (code: number) => void): void {
  const data = program
    .command("data")
    .description("build or fetch a data set and describe it; data describe FILE for a table of yours")
    .argument("<name>", "digits or another one; a wrong name lists them all")
    .addOption(dataDirOption())
    .addHelpText(
      "after",
      example("gridient data mnist --data-dir ~/data", "gridient data describe flowers.csv"),
    )
    .action(async (name, options) => setCode(await (await import("./data.ts")).data(name, options, io)));
  addReadingOptions(data.command("describe"))
    .description("show a table's columns: types, gaps, ranges, histograms, and what is odd about them")
    .argument("<file>", "a CSV file, or JSON lines by the ending .jsonl or .ndjson")
    .option("--target <column>", "the column to predict: leaks and small classes are then told, too")
    .addOption(new Option("--json", "print JSON"))
    .addOption(reporterOption())
    .addHelpText(
      "after",
      example(
        "gridient data describe experiments/data/flowers.csv --target species",
        "gridient data describe homes.csv --delimiter semicolon --thousands price,area",
      ),
    )
    .action(async (file, options) =>
      setCode((await import("./data-describe.ts")).dataDescribe(file, options, io)),
    );
}
