import { Option, type Command } from "commander";
import {
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
} from "./console/command-options.ts";
import type { Io } from "./console/io.ts";

/** Adds `sweep`, which has parts in several rooms, to the program; `setCode` takes the exit code. */
export function addSweep(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("sweep")
    .description("train every trial of the experiments and write their tables and report")
    .argument("<files...>", "experiment files")
    .option("-w, --workers <n>", "threads (default: one for each core)", positive)
    .option("-o, --out <dir>", "folder for the tables", "results")
    .addOption(storeOption())
    .addOption(dataDirOption())
    .addOption(checkOption())
    .option("--fresh", "train again what has a record; exit 1 if a record then says something else")
    .option("--only <conditions>", "train only what matches, such as eta>0.1,architecture.hidden=[30]")
    .addOption(shardOption())
    .addOption(runnerOption().conflicts("check"))
    .addOption(redisOption().implies({ runner: "bullmq" }))
    .addOption(detachOption().implies({ runner: "bullmq" }))
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(junitOption())
    .addOption(reporterOption())
    .addOption(new Option("--ui", "watch the trials on a live page, until the sweep ends").conflicts("check"))
    .addOption(hostOption().implies({ ui: true }))
    .addOption(portOption().implies({ ui: true }))
    .addHelpText(
      "after",
      example(
        "gridient sweep experiments/lr.yaml --workers 4",
        "gridient sweep experiments/lr.yaml --ui",
        "gridient sweep experiments/lr.yaml --shard 2/4",
        "gridient sweep experiments/lr.yaml --runner bullmq --redis redis://192.0.2.7",
      ),
    )
    .action(async (files, { check, ui, detach, ...given }, command) => {
      const options = { ...given, isOutGiven: command.getOptionValueSource("out") !== "default" };
      if (detach)
        setCode(await (await import("./fleet/sweep-detached.ts")).sweepDetached(files, options, io));
      else if (ui) setCode(await (await import("./live/sweep-live.ts")).sweepLive(files, options, io));
      else if (check) setCode(await (await import("./sweeping/check.ts")).check(files, options, io));
      else setCode(await (await import("./sweeping/sweep.ts")).sweep(files, options, io));
    });
}
