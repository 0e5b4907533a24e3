import type { Command } from "commander";
import {
  example,
  limitOption,
  positive,
  reporterOption,
  setOption,
  storeOption,
  whereOption,
} from "../console/command-options.ts";
import type { Io } from "../console/io.ts";
import { projectBaseline } from "../console/project-settings.ts";
import { someExperimentFiles } from "../reading/experiment-files.ts";

/** Adds `plan` to the program; `setCode` takes the exit code. */
export function addPlan(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("plan")
    .description(
      "show what a sweep would do: configurations, finished trials, and time and memory for the rest",
    )
    .argument("[files...]", "experiment files, or folders of them (default: all below experiments/)")
    .option("--json", "print one JSON object for each file")
    .option("-w, --workers <n>", "threads to plan for (default: one for each core)", positive)
    .addOption(storeOption())
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient plan experiments/lr.yaml --json"))
    .action(async (files, options) =>
      setCode(await (await import("./plan.ts")).plan(someExperimentFiles(files), options, io)),
    );
}

/** Adds `explain` to the program; `setCode` takes the exit code. */
export function addExplain(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("explain")
    .description("show what set each value of a trial, or why a combination is missing")
    .argument("<file>", "experiment file")
    .argument("[trial]", "number of the trial, or the beginning of its id")
    .argument("[path]", "show one field only, such as eta or architecture.hidden")
    .addOption(whereOption())
    .option("--json", "print JSON")
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText(
      "after",
      example(
        "gridient explain experiments/lr.yaml 4 eta",
        "gridient explain experiments/lr.yaml --where eta=3",
      ),
    )
    .action(async (file, trial, path, options) =>
      setCode(await (await import("./explain.ts")).explain(file, trial, path, options, io)),
    );
}

/** Adds `diff` to the program; `setCode` takes the exit code. */
export function addDiff(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("diff")
    .description(
      "show which trials a change of a spec adds and removes, and their cost (use compare for results); always exits with 0",
    )
    .usage("[options] [before] <file>")
    .argument(
      "<before>",
      "experiment file, a git revision of <file>, or two revisions such as main..HEAD (default: the baseline)",
    )
    .argument("[file]", "experiment file")
    .option("--markdown", "print Markdown, for a pull request")
    .option("--json", "print JSON")
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient diff main experiments/lr.yaml --markdown"))
    .action(async (...[first, second, options]) => {
      const [before, file] = projectBaseline(first, second);
      setCode(await (await import("./diff.ts")).diff(before, file, options, io));
    });
}

/** Adds `repro` to the program; `setCode` takes the exit code. */
export function addRepro(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("repro")
    .description("print a spec of one trial, with every value written out")
    .argument("<file>", "experiment file")
    .argument("<trial>", "number of the trial, or the beginning of its id")
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient repro experiments/lr.yaml 4 > trial.yaml"))
    .action(async (file, trial, options) =>
      setCode(await (await import("./repro.ts")).repro(file, trial, options, io)),
    );
}
