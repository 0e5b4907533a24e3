import type { Command } from "commander";
import {
  allowProgramsOption,
  concurrencyOption,
  example,
  patienceOption,
  redisOption,
} from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `worker`, `status` and `cancel` to the program; `setCode` takes the exit code. */
export function addFleet(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("worker")
    .description("train trials from the queue of sweeps with --runner bullmq, until Ctrl-C")
    .addOption(redisOption())
    .addOption(concurrencyOption())
    .addOption(patienceOption())
    .addOption(allowProgramsOption())
    .addHelpText("after", example("gridient worker --redis redis://192.0.2.7 --concurrency 8"))
    .action(async (options) => setCode(await (await import("./worker.ts")).worker(options, io)));
  program
    .command("status")
    .description("show the sweeps in the queue and the workers")
    .addOption(redisOption())
    .option("--json", "print JSON")
    .addHelpText("after", example("gridient status --redis redis://192.0.2.7"))
    .action(async (options) => setCode(await (await import("./status.ts")).status(options, io)));
  program
    .command("cancel")
    .description("remove sweeps from the queue; stored records are kept")
    .argument("[sweeps...]", "names of experiments, or the beginnings of ids, from status")
    .option("--all", "cancel all sweeps")
    .addOption(redisOption())
    .addHelpText("after", example("gridient cancel lr --redis redis://192.0.2.7"))
    .action(async (sweeps, options) =>
      setCode(await (await import("./cancel.ts")).cancel(sweeps, options, io)),
    );
}
