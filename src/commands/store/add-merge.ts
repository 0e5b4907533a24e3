import type { Command } from "commander";
import { example, storeOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `merge` to the program; `setCode` takes the exit code. */
export function addMerge(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("merge")
    .description("bring the records of other stores into one, such as those that sweep --shard has filled")
    .argument("<folders...>", "stores, or folders of results with a store")
    .addOption(storeOption())
    .addHelpText("after", example("gridient merge shards/*", "gridient merge ../theirs/results"))
    .action(async (folders, options) =>
      setCode(await (await import("./merge.ts")).merge(folders, options, io)),
    );
}
