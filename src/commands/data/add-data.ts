import { Option, type Command } from "commander";
import { DECIMAL_NAMES, DELIMITER_NAMES } from "../../data/table/reading/dialect.ts";
import { dataDirOption, example, reporterOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

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

/** Options of lists: what each says, as specs have them. */
const LISTS: Readonly<Record<string, string>> = {
  names: "names of the columns, whatever the file says",
  "decimal-comma": "columns of numbers written as 0,18",
  thousands: "columns of numbers written as 1,234",
  units: "columns of numbers written as $5, 5 kg or 5 %",
  dates: "columns of dates, each of which becomes its parts",
  "missing-words": "words and numbers that stand for a missing value, as None,-999",
  "present-words": "those of the usual words for a missing value that are values here, as NA",
};

/** Adds to a command the options with which specs say how a table is read; their values are a `Dialect`. */
function addReadingOptions(command: Command): Command {
  command
    .addOption(
      new Option("--delimiter <name>", "what parts the cells (default: auto)").choices(DELIMITER_NAMES),
    )
    .addOption(
      new Option("--decimal <name>", "what parts the fraction of its numbers (default: auto)").choices(
        DECIMAL_NAMES,
      ),
    )
    .option("--no-header", "its first row is an example")
    .option("--comment <start>", "what lines begin with that are no rows (default: # at the top)");
  for (const [name, text] of Object.entries(LISTS))
    command.option(`--${name} <list>`, `${text}; with commas between them`, words);
  return command;
}

function words(text: string): string[] {
  return text.split(",").map((word) => word.trim());
}
