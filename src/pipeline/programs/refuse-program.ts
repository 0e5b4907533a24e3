import { version } from "node:process";
import { GridientError } from "../../errors.ts";
import { isProgram } from "../../configuration/program-folder.ts";
import { RUNS_TYPESCRIPT } from "../../files/this-process.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { shellWord } from "../../text/shell-word.ts";
import { visibleText } from "../../text/visible-text.ts";
import type { Plan } from "../../trials/plan.ts";

/** Returns the error that the user has not allowed the program of an experiment, which it names. */
export function refuseProgram({ base, file }: Pick<Experiment, "base" | "file">): GridientError {
  const message = `${file} runs a program, which must be allowed: ${visibleText(programText(base))}`;
  const hint = 'Add --allow-programs, or write "gridient": {"allowPrograms": true} into package.json';
  return new GridientError("E_PROGRAM", message, { hint });
}

/**
 * Checks that Node runs the modules of programs. An option of Node that the experiment passes on may do that for files in
 * TypeScript.
 * @param runsTypeScript Whether this Node runs TypeScript.
 * @throws {GridientError} E_PROGRAM.
 */
export function refuseTypeScript(
  { configurations, experiment: { run } }: Plan,
  runsTypeScript: boolean = RUNS_TYPESCRIPT,
): void {
  if (runsTypeScript || run.environment?.includes("NODE_OPTIONS")) return;
  for (const { configuration } of configurations) {
    if (!isProgram(configuration) || !/\.[cm]?ts$/.test(configuration.module)) continue;
    const name = visibleText(configuration.module);
    throw new GridientError(
      "E_PROGRAM",
      `${name} is in TypeScript, which needs Node 22.18 or later (got ${version})`,
      {
        hint: "Run gridient with a newer Node, or write the module in JavaScript: an editor checks its types, too",
      },
    );
  }
}

function programText(base: object): string {
  if (!isProgram(base)) return "";
  return base.command.length > 0 ? base.command.map(shellWord).join(" ") : base.module;
}
