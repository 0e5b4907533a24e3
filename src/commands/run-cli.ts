import { Command, CommanderError } from "commander";
import { GridientError, type ErrorCode } from "../errors.ts";
import { packageVersion } from "../files/package-file.ts";
import { SpecError } from "../spec/spec-error.ts";
import { errorText } from "./console/error-text.ts";
import { guardedIo } from "./console/guarded-output.ts";
import { BAD_INPUT, FAULT, type Io } from "./console/io.ts";
import { refuseOptionsTakenByNpm } from "./console/npm-options.ts";
import { applyProject } from "./console/project-settings.ts";
import { addMcp } from "./agent/add-mcp.ts";
import { addFormat, addImport, addInit, addSchema, addValidate } from "./authoring/add-authoring.ts";
import { addData } from "./data/add-data.ts";
import { addCompletion } from "./console/add-completion.ts";
import { addFleet } from "./fleet/add-fleet.ts";
import { addExportModel, addPredict } from "./models/add-models.ts";
import { addDiff, addExplain, addPlan, addRepro } from "./planning/add-planning.ts";
import { addCompare, addDecide, addExport, addShow, addView } from "./results/add-results.ts";
import { addComment, addReview } from "./reviewing/add-reviewing.ts";
import { addMerge, addStore } from "./store/add-store.ts";
import { addReport, addSweep, addVerify } from "./sweeping/add-sweeping.ts";

/** Errors that better input would not have prevented. */
const FAULTS: readonly ErrorCode[] = ["E_STORE", "E_FLEET", "E_SYSTEM", "E_CANCELLED", "E_UNEXPECTED"];

/**
 * Runs one command line. Returns the exit code: 0, 1 (trials failed, or the system refused), 2 (bad input) or 130
 * (interrupted).
 * Each command's code is loaded only when it runs.
 */
export async function runCli(argv: readonly string[], unguarded: Io): Promise<number> {
  const io = guardedIo(unguarded, argv);
  let code = 0;
  const program = buildProgram(io, (result) => (code = result));
  try {
    refuseOptionsTakenByNpm(program, argv, io.env);
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_INPUT;
    if (error instanceof SpecError) return BAD_INPUT; // its problems have been printed
    if (!isExpected(error)) {
      io.stderr.write(bugText(error, argv));
      return FAULT;
    }
    io.stderr.write(errorText(error));
    return error instanceof GridientError && !FAULTS.includes(error.code) ? BAD_INPUT : FAULT;
  }
}

/** Returns whether an error is not a bug: one of ours, or one of the system. */
function isExpected(error: unknown): error is Error {
  return error instanceof GridientError || (error instanceof Error && "syscall" in error);
}

/** Returns the report of an unexpected error; the command line in it names the spec. */
function bugText(error: unknown, argv: readonly string[]): string {
  const [heading = "", where = ""] = String(error instanceof Error ? error.stack : error).split(
    /\n(?=\s+at )/,
  );
  const place = where === "" ? "" : ` (${where.trim()})`;
  const command = ["gridient", ...argv].join(" ");
  return `error: Internal error, a bug in gridient ${packageVersion()}: ${heading}${place}\n  Please report this line with your spec and the command: ${command}\n`;
}

/** Adds one command to the program; `setCode` takes the exit code. */
type AddCommand = (program: Command, io: Io, setCode: (code: number) => void) => void;

/** The commands under the headings of the help. */
const COMMANDS: readonly (readonly [heading: string, commands: readonly AddCommand[]])[] = [
  ["Write experiments:", [addInit, addImport, addValidate, addFormat, addSchema]],
  ["Plan them:", [addPlan, addExplain, addDiff, addRepro, addData]],
  ["Train:", [addSweep, addVerify]],
  ["Read results:", [addShow, addCompare, addDecide, addView, addReport, addExport]],
  ["Review a change:", [addReview, addComment]],
  ["Use models:", [addExportModel, addPredict]],
  ["Keep records:", [addStore, addMerge]],
  ["Train on other machines:", [addFleet]],
  ["Set up:", [addCompletion, (program, io, setCode) => addMcp(program, io, setCode, runCli)]],
];

/** Returns the program with all its commands; `setCode` takes the exit code of the one that runs. */
export function buildProgram(io: Io, setCode: (code: number) => void): Command {
  const program = new Command("gridient")
    .description("Experiments as code for training neural networks: a YAML file in, result tables out.")
    .version(packageVersion())
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showSuggestionAfterError()
    .showHelpAfterError("(add --help for the options)");
  for (const [heading, commands] of COMMANDS) {
    program.commandsGroup(heading);
    for (const addCommand of commands) addCommand(program, io, setCode);
  }
  program.hook("preAction", (_, command) => applyProject(command, io));
  for (const command of program.commands) inheritSettings(command, program);
  return program;
}

/** Makes subcommands print mistakes like the program does. */
function inheritSettings(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const inner of command.commands) inheritSettings(inner, command);
}
