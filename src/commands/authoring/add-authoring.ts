import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { packageFile } from "../../files/package-file.ts";
import {
  example,
  limitOption,
  programOption,
  reporterOption,
  setOption,
} from "../console/command-options.ts";
import type { Io } from "../console/io.ts";
import { someExperimentFiles } from "../reading/experiment-files.ts";

/** Adds `init` to the program; `setCode` takes the exit code. */
export function addInit(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("init")
    .description(
      "set up a project: a first experiment that runs as it is, a script, what git ignores, CI; or write one experiment",
    )
    .argument("[file]", "experiment file to write, and nothing else")
    .option(
      "--dataset <name>",
      "data set to learn, or your own table, folder of images or IDX file (default: digits)",
    )
    .option("--target <column>", "column of the table to predict (default: the last one)")
    .option("--classes", "treat the whole numbers of that column as classes")
    .option("--numbers", "treat them as numbers, even if there are only two")
    .option("--hidden <units>", "units of each hidden layer, or none (default: 30)")
    .option("--sweep <field>", "field to give several values (default: eta)")
    .addOption(programOption())
    .addHelpText(
      "after",
      example(
        "gridient init",
        "gridient init experiments/layers.yaml --hidden 30,30 --sweep activation",
        "gridient init penguins.yaml --dataset penguins.csv --target species",
        "gridient init --program python",
      ),
    )
    .action(async (file, options) => {
      if (file === undefined) setCode(await (await import("./init-project.ts")).initProject(options, io));
      else setCode(await (await import("./init.ts")).init(file, options, io));
    });
}

/** Adds `import` to the program; `setCode` takes the exit code. */
export function addImport(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("import")
    .description(
      "write an experiment that runs your program from a sweep of W&B, or from a multirun of Hydra",
    )
    .argument("<sweep...>", "the sweep's YAML file, or the whole command line of the multirun")
    .option(
      "--out <file>",
      "experiment file to write (default: experiments/, with the name of the sweep or script)",
    )
    .allowUnknownOption() // those of the program in the command line
    .addHelpText(
      "after",
      example("gridient import sweep.yaml", "gridient import -- python train.py -m lr=0.1,0.01 model=a,b"),
    )
    .action(async (words, options) =>
      setCode(await (await import("./import/import-sweep.ts")).importSweep(words, options, io)),
    );
}

/** Adds `format` to the program; `setCode` takes the exit code. */
export function addFormat(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("format")
    .description("rewrite experiment files in canonical form; comments and trials do not change")
    .argument("[files...]", "experiment files, or folders of them (default: all below experiments/)")
    .option(
      "--check",
      "change nothing; list the files that are not in canonical form, and exit with 1 if there are any",
    )
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient format --check experiments/*.yaml"))
    .action(async (files, options) =>
      setCode(await (await import("./format.ts")).format(someExperimentFiles(files), options, io)),
    );
}

/** Adds `validate` to the program; `setCode` takes the exit code. */
export function addValidate(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("validate")
    .description("check experiment files without training")
    .argument("[files...]", "experiment files, or folders of them (default: all below experiments/)")
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient validate experiments/*.yaml"))
    .action(async (files, options) =>
      setCode(await (await import("./validate.ts")).validate(someExperimentFiles(files), options, io)),
    );
}

/** Adds `schema` to the program; `setCode` takes the exit code. */
export function addSchema(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("schema")
    .description("print the JSON Schema of experiment files, for editors and other programs")
    .addHelpText("after", example("gridient schema > experiment.schema.json"))
    .action(() => {
      io.stdout.write(readFileSync(packageFile("schemas/experiment.schema.json"), "utf8"));
      setCode(0);
    });
}
