import type { Command } from "commander";
import { example, junitOption, limitOption, reporterOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `report` to the program; `setCode` takes the exit code. */
export function addReport(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("report")
    .description("write results again from the store, training nothing; fill marked tables of Markdown files")
    .argument("[experiments...]", "experiment files, or their names: lr is experiments/lr.yaml")
    .option(
      "--write <files...>",
      "fill their blocks <!-- gridient:table FOLDER TABLE --> ... <!-- /gridient --> from results",
    )
    .option("-o, --out <dir>", "folder of the tables", "results")
    .option("--store <dir>", "folder of records", "results/.store")
    .option("--check", "write nothing; exit 1 if a byte differs or a table is stale")
    .addOption(limitOption())
    .addOption(junitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient report lr --check"))
    .action(async (names, options) =>
      setCode(await (await import("./report.ts")).report(names, options, io)),
    );
}
