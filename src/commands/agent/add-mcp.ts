import type { Command } from "commander";
import { allowProgramsOption, example } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";
import type { RunCommand } from "./call-tool.ts";

/** Adds `mcp` to the program; `setCode` takes the exit code. @param run Runs a command line of this program. */
export function addMcp(program: Command, io: Io, setCode: (code: number) => void, run: RunCommand): void {
  program
    .command("mcp")
    .description(
      "serve the commands of an agent's loop as tools of the Model Context Protocol, on stdin and stdout",
    )
    .addOption(allowProgramsOption())
    .addHelpText("after", example("gridient mcp"))
    .action(async (options) => {
      const described = new Map(program.commands.map((command) => [command.name(), command.description()]));
      setCode(await (await import("./mcp.ts")).mcp({ ...options, described, run }, io));
    });
}
