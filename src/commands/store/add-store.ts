import type { Command } from "commander";
import { example, limitOption, reporterOption, storeOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `store` with the commands below it to the program; `setCode` takes the exit code. */
export function addStore(program: Command, io: Io, setCode: (code: number) => void): void {
  const store = program
    .command("store")
    .description("list, clean or check the stored records")
    .addHelpText("after", example("gridient store ls"));
  store
    .command("ls")
    .description("list every record: id, status, finished epochs, size, experiments, training")
    .argument("[files...]", "experiment files that refer to records (default: all below experiments/)")
    .option("--json", "print JSON")
    .addOption(storeOption())
    .addOption(limitOption())
    .addHelpText("after", example("gridient store ls --json"))
    .action(async (files, options) =>
      setCode(await (await import("./store-list.ts")).storeList(files, options, io)),
    );
  store
    .command("gc")
    .description("list unused, damaged, temporary and outdated files, and remove them with --yes")
    .argument("[files...]", "experiment files whose records are kept (default: all below experiments/)")
    .option("--yes", "remove the files")
    .addOption(storeOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient store gc --yes"))
    .action(async (files, options) =>
      setCode(await (await import("./store-gc.ts")).storeGc(files, options, io)),
    );
  store
    .command("verify")
    .description("verify the checksums of every record and all kept weights")
    .addOption(storeOption())
    .addHelpText("after", example("gridient store verify"))
    .action(async (options) => setCode(await (await import("./store-verify.ts")).storeVerify(options, io)));
  addStoreKey(store, io, setCode);
}

/** Adds `store key`: what the cache of a CI needs to keep a store. */
function addStoreKey(store: Command, io: Io, setCode: (code: number) => void): void {
  store
    .command("key")
    .description("print path, key and restore-key for the cache of a CI, from what trains and the trials")
    .argument("[files...]", "experiment files whose trials are cached (default: all below experiments/)")
    .addOption(storeOption())
    .addOption(limitOption())
    .addHelpText("after", example("gridient store key >> $GITHUB_OUTPUT"))
    .action(async (files, options) =>
      setCode(await (await import("./store-key.ts")).storeKey(files, options, io)),
    );
}

/** Adds `merge` to the program; `setCode` takes the exit code. */
export function addMerge(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("merge")
    .description("merge the records of other stores into one, such as those of sweep --shard")
    .argument("<folders...>", "stores, or folders of results with a store")
    .addOption(storeOption())
    .addHelpText("after", example("gridient merge shards/*", "gridient merge ../theirs/results"))
    .action(async (folders, options) =>
      setCode(await (await import("./merge.ts")).merge(folders, options, io)),
    );
}
