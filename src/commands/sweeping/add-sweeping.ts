import { Option, type Command } from "commander";
import {
  allowProgramsOption,
  dataDirOption,
  checkOption,
  detachOption,
  example,
  hostOption,
  junitOption,
  limitOption,
  portOption,
  positive,
  redisOption,
  reporterOption,
  runnerOption,
  setOption,
  shardOption,
  storeOption,
} from "../console/command-options.ts";
import { quietIo, type Io } from "../console/io.ts";
import { someExperimentFiles } from "../reading/experiment-files.ts";

/** Adds `sweep`, whose code is in several folders, to the program; `setCode` takes the exit code. */
export function addSweep(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("sweep")
    .description("train every trial of the experiments and write tables and reports")
    .argument("[files...]", "experiment files, or folders of them (default: all below experiments/)")
    .option("-w, --workers <n>", "threads (default: one for each core)", positive)
    .option("-o, --out <dir>", "folder for the tables", "results")
    .addOption(storeOption())
    .addOption(dataDirOption())
    .addOption(checkOption())
    .addOption(allowProgramsOption())
    .option("--fresh", "train trials again that have a record; exit with 1 if a record changes")
    .option("--only <conditions>", "train only matching trials, such as eta>0.1,architecture.hidden=[30]")
    .addOption(shardOption())
    .addOption(runnerOption().conflicts("check"))
    .addOption(redisOption().implies({ runner: "bullmq" }))
    .addOption(detachOption().implies({ runner: "bullmq" }))
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(junitOption())
    .addOption(reporterOption())
    .addOption(new Option("--quiet", "print only what is wrong").conflicts(["check", "json"]))
    .addOption(
      new Option("--json", "print JSON, an event a line: plan, trial, best, done").conflicts([
        "check",
        "ui",
        "detach",
      ]),
    )
    .addOption(new Option("--ui", "show the trials on a live page until the sweep ends").conflicts("check"))
    .addOption(hostOption().implies({ ui: true }))
    .addOption(portOption().implies({ ui: true }))
    .addHelpText(
      "after",
      example(
        "gridient sweep experiments/lr.yaml --workers 4",
        "gridient sweep --check",
        "gridient sweep experiments/lr.yaml --ui",
        "gridient sweep experiments/lr.yaml --shard 2/4",
        "gridient sweep experiments/lr.yaml --runner bullmq --redis redis://192.0.2.7",
      ),
    )
    .action(async (named, { check, ui, detach, quiet, ...given }, command) => {
      const files = someExperimentFiles(named);
      const options = { ...given, isOutGiven: command.getOptionValueSource("out") !== "default" };
      if (detach)
        setCode(await (await import("../fleet/sweep-detached.ts")).sweepDetached(files, options, io));
      else if (ui) setCode(await (await import("./sweep-live.ts")).sweepLive(files, options, io));
      else if (check) setCode(await (await import("./check.ts")).check(files, options, io));
      else
        setCode(
          await (await import("./start-sweep.ts")).startSweep(files, options, quiet ? quietIo(io) : io),
        );
    });
}

/** Adds `verify` to the program; `setCode` takes the exit code. */
export function addVerify(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("verify")
    .description("retrain committed trials without the store and compare all tables, or the rows of a sample")
    .argument("<file>", "experiment file")
    .option("--sample <n>", "trials to retrain, chosen by the experiment's seed (default: all)", positive)
    .option("-w, --workers <n>", "threads (default: one for each core)", positive)
    .option("-o, --out <dir>", "folder of the tables", "results")
    .addOption(dataDirOption())
    .addOption(allowProgramsOption())
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(junitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient verify experiments/lr.yaml --sample 3"))
    .action(async (file, options) => setCode(await (await import("./verify.ts")).verify(file, options, io)));
}

/** Adds `report` to the program; `setCode` takes the exit code. */
export function addReport(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("report")
    .description("write results again from the store without training; fill marked tables of Markdown files")
    .argument("[experiments...]", "experiment files, or their names: lr means experiments/lr.yaml")
    .option(
      "--write <files...>",
      "fill the blocks <!-- gridient:table FOLDER TABLE --> ... <!-- /gridient --> of Markdown files",
    )
    .option("-o, --out <dir>", "folder of the tables", "results")
    .option("--store <dir>", "folder of records", "results/.store")
    .option("--check", "write nothing; exit with 1 if a byte differs or a table is stale")
    .addOption(limitOption())
    .addOption(junitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient report lr --check"))
    .action(async (names, options) =>
      setCode(await (await import("./report.ts")).report(names, options, io)),
    );
}
