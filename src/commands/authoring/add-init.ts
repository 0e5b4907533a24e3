import type { Command } from "commander";
import { example } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `init` to the program; `setCode` takes the exit code. */
export function addInit(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("init")
    .description("write a first experiment that runs as it is; asks on a terminal what no option says")
    .argument("[file]", "experiment file", "experiments/first.yaml")
    .option(
      "--dataset <name>",
      "data set to learn, or a table, folder of images or IDX file of yours (default: digits)",
    )
    .option("--target <column>", "column of the table to predict (default: the last one)")
    .option("--classes", "take the whole numbers of that column for classes")
    .option("--numbers", "take them for numbers, though they are only two")
    .option("--hidden <units>", "units of each hidden layer, or none (default: 30)")
    .option("--sweep <field>", "field to give several values (default: eta)")
    .addHelpText(
      "after",
      example(
        "gridient init experiments/layers.yaml --hidden 30,30 --sweep activation",
        "gridient init penguins.yaml --dataset penguins.csv --target species",
      ),
    )
    .action(async (file, options) => setCode(await (await import("./init.ts")).init(file, options, io)));
}
