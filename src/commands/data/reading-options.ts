import { Option, type Command } from "commander";
import { DECIMAL_NAMES, DELIMITER_NAMES } from "../../data/table/reading/dialect.ts";

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
export function addReadingOptions(command: Command): Command {
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
