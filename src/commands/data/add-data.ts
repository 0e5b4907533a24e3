import { Option, type Command } from "commander";
import { DECIMAL_NAMES, DELIMITER_NAMES } from "../../data/table/reading/dialect.ts";
import { choices, dataDirOption, example, reporterOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `data` and `data describe` to the program; `setCode` takes the exit code. */
export function addData(program: Command, io: Io, setCode: (code: number) => void): void {
  const data = program
    .command("data")
    .description("generate or download a data set and describe it; use data describe FILE for your own table")
    .argument("<name>", "digits or another name; an unknown name lists all")
    .addOption(dataDirOption())
    .addHelpText(
      "after",
      example("gridient data mnist --data-dir ~/data", "gridient data describe flowers.csv"),
    )
    .action(async (name, options) => setCode(await (await import("./data.ts")).data(name, options, io)));
  addReadingOptions(data.command("describe"))
    .description("show a table's columns: types, missing values, ranges, histograms, and suspicions")
    .argument("<file>", "a CSV file, or JSON lines by the ending .jsonl or .ndjson")
    .option("--target <column>", "the column to predict: also reports leaks and small classes")
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

/** Options with lists, as in specs, and their help. */
const LISTS: Readonly<Record<string, string>> = {
  names: "names of the columns, which replace those of the file",
  "decimal-comma": "columns of numbers written as 0,18",
  thousands: "columns of numbers written as 1,234",
  units: "columns of numbers written as $5, 5 kg or 5 %",
  dates: "columns of dates, each of which is replaced by its parts",
  "missing-words": "words and numbers that mean a missing value, such as None,-999",
  "present-words": "words that usually mean a missing value but are values here, such as NA",
};

/** Adds the options for reading a table to a command, as in specs; their values are a `Dialect`. */
function addReadingOptions(command: Command): Command {
  command
    .addOption(
      choices(new Option("--delimiter <name>", "what separates cells (default: auto)"), DELIMITER_NAMES),
    )
    .addOption(choices(new Option("--decimal <name>", "the decimal mark (default: auto)"), DECIMAL_NAMES))
    .option("--no-header", "the first row is an example")
    .option("--comment <start>", "start of comment lines (default: # at the top)");
  for (const [name, text] of Object.entries(LISTS))
    command.option(`--${name} <list>`, `${text}; separated by commas`, words);
  return command;
}

function words(text: string): string[] {
  return text.split(",").map((word) => word.trim());
}
