import { programFolder, isProgram } from "../../configuration/program-folder.ts";
import type { PrintedVersion } from "../../data/source.ts";
import type { ProgramEnd, ProgramStart } from "../../runners/process-group.ts";
import type { ProgramLauncher } from "../../runners/program-launcher.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { errorAt, errorInFile, type Place } from "../../spec/source-text.ts";
import { SpecError } from "../../spec/spec-error.ts";
import { statement, type Statement } from "../../statement.ts";
import { clipText } from "../../text/clip-text.ts";
import { visibleText } from "../../text/visible-text.ts";
import { endFault } from "./end-fault.ts";
import { openLauncher } from "./open-launcher.ts";
import { OutputLines } from "./output-lines.ts";
import type { ProgramOptions } from "./program-trainer.ts";
import { refuseProgram } from "./refuse-program.ts";
import { inheritedVariables } from "./trial-folder.ts";

/** Versions are printed at once. */
const TIMEOUT_SECONDS = 60;
const MOST_CHARACTERS = 10_000;
/** Characters of a failed command's last line. */
const MOST_SHOWN = 300;

/**
 * Returns an experiment whose versions are known: those that are not are printed by its commands now.
 * @throws {GridientError} E_PROGRAM without the user's consent; E_SPEC if a command fails, at its line.
 */
export async function knowVersions(
  experiment: Experiment,
  { programs }: Pick<ProgramOptions, "programs">,
): Promise<Experiment> {
  const { sweep, base, run, versionPlaces = [] } = experiment;
  const { versions = [], path } = sweep.folder;
  if (versions.every(({ output }) => output !== undefined)) return experiment;
  if (!programs || !isProgram(base)) throw refuseProgram(experiment);
  const environment = inheritedVariables(run.environment ?? [], programs.environment);
  const launcher = openLauncher(1);
  const printed: PrintedVersion[] = [];
  try {
    for (const [i, { command }] of versions.entries()) {
      const start = { command, folder: programFolder(base, path), environment };
      const found = await print(start, launcher);
      if ("output" in found) printed.push({ command, output: found.output });
      else throw faultAt(versionPlaces[i], found.fault, experiment);
    }
  } finally {
    launcher.close();
  }
  return withVersions(experiment, printed);
}

/** Returns an experiment with what its commands printed. */
export function withVersions(experiment: Experiment, versions: readonly PrintedVersion[]): Experiment {
  const { sweep } = experiment;
  return { ...experiment, sweep: { ...sweep, folder: { ...sweep.folder, versions } } };
}

/** The place is unknown where an experiment was not read from a file. */
function faultAt(place: Place | undefined, fault: Statement, { file }: Experiment): SpecError {
  return new SpecError([place ? errorAt(place, fault) : errorInFile(file, fault)]);
}

/** Runs a command and returns what it printed, on either stream, or why that is no version. */
async function print(
  start: ProgramStart,
  launcher: ProgramLauncher,
): Promise<{ output: string } | { fault: Statement }> {
  const lines = new OutputLines(() => false);
  const end = await launcher.run(start, {
    timeout: TIMEOUT_SECONDS,
    signal: new AbortController().signal,
    onOutput: (piece, stream) => lines.add(piece, stream),
  });
  lines.end();
  const output = lines.log.trim();
  const message = faultOf(end, start.command, output);
  if (message === undefined) return { output };
  const last = output.split("\n").at(-1) ?? "";
  const hint = last === "" ? undefined : `It printed: ${clipText(visibleText(last), MOST_SHOWN)}`;
  return { fault: statement("failed-command", message, hint) };
}

function faultOf(end: ProgramEnd, command: ProgramStart["command"], output: string): string | undefined {
  const name = visibleText(command[0]);
  if (end.status === "timeout") return `${name} printed no version within ${TIMEOUT_SECONDS} s`;
  const fault = endFault(end, { command, timeout: undefined, log: "" });
  if (fault) return fault.failure.message;
  if (output === "") return `${name} printed no version`;
  if (output.length <= MOST_CHARACTERS) return undefined;
  return `${name} must print a version of at most ${MOST_CHARACTERS} characters (got ${output.length})`;
}
