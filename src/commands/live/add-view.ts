import type { Command } from "commander";
import { example, hostOption, portOption } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `view` to the program; `setCode` takes the exit code. */
export function addView(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("view")
    .description("serve the interactive pages of a folder of results, and a list of them, on this machine")
    .argument("[folder]", "folder of results", "results")
    .addOption(hostOption())
    .addOption(portOption())
    .addHelpText("after", example("gridient view results"))
    .action(async (folder, options) => setCode(await (await import("./view.ts")).view(folder, options, io)));
}
