import { Argument, type Command } from "commander";
import { choices, example } from "./command-options.ts";
import type { Io } from "./io.ts";

/** Adds `completion` to the program; `setCode` takes the exit code. */
export function addCompletion(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("completion")
    .description("print a script by which a shell completes commands, options and files")
    .addArgument(choices(new Argument("<shell>", "which shell"), ["bash", "zsh", "fish"]))
    .addHelpText(
      "after",
      example('eval "$(npx gridient completion bash)"', "gridient completion fish | source"),
    )
    .action(async (shell) => {
      const { completionScript } = await import("./completion-script.ts");
      io.stdout.write(completionScript(shell, program));
      setCode(0);
    });
}
