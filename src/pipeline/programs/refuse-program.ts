import { GridientError } from "../../errors.ts";
import type { ProgramConfiguration } from "../../fields/configuration.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { shellWord } from "../../text/shell-word.ts";
import { visibleText } from "../../text/visible-text.ts";

/** Returns the error that the user has not allowed the program of an experiment, which it names. */
export function refuseProgram({ base, file }: Pick<Experiment, "base" | "file">): GridientError {
  const message = `${file} runs a program, which must be allowed: ${visibleText(programText(base))}`;
  const hint = 'Add --allow-programs, or write "gridient": {"allowPrograms": true} into package.json';
  return new GridientError("E_PROGRAM", message, { hint });
}

export function isProgram(configuration: object): configuration is ProgramConfiguration {
  return "command" in configuration;
}

function programText(base: object): string {
  if (!isProgram(base)) return "";
  return base.command.length > 0 ? base.command.map(shellWord).join(" ") : base.module;
}
