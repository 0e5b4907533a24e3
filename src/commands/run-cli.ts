import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { GridientError, type ErrorCode } from "../errors.ts";
import {
  example,
  junitOption,
  limitOption,
  positive,
  reporterOption,
  setOption,
  whereOption,
  storeOption,
} from "./console/command-options.ts";
import { guardedIo } from "./console/guarded-output.ts";
import type { Io } from "./console/io.ts";
import { addSweep } from "./add-sweep.ts";
import { addCompare } from "./compare/add-compare.ts";
import { addData } from "./data/add-data.ts";
import { addDiff } from "./diff/add-diff.ts";
import { addFleet } from "./fleet/add-fleet.ts";
import { addView } from "./live/add-view.ts";
import { addExportModel, addPredict } from "./models/add-models.ts";
import { addShow } from "./show/add-show.ts";
import { addMerge } from "./store/add-merge.ts";
import { addStore } from "./store/add-store.ts";

const FAULT = 1;
const BAD_INPUT = 2;
/** What no better input would have prevented. */
const FAULTS: readonly ErrorCode[] = ["E_STORE", "E_FLEET", "E_CANCELLED", "E_UNEXPECTED"];

/**
 * Runs one command line. Returns the exit code: 0, 1 (trials failed, or the system refused), 2 (bad input) or 130
 * (interrupted).
 * Each command's code is loaded only when it runs.
 */
export async function runCli(argv: readonly string[], unguarded: Io): Promise<number> {
  const io = guardedIo(unguarded);
  let code = 0;
  const program = buildProgram(io, (result) => (code = result));
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_INPUT;
    if (!isTold(error)) throw error;
    io.stderr.write(errorText(error));
    return error instanceof GridientError && !FAULTS.includes(error.code) ? BAD_INPUT : FAULT;
  }
}

/** Whether an error is no bug: one of ours, or the system's refusal of what it was asked. */
function isTold(error: unknown): error is Error {
  return error instanceof GridientError || (error instanceof Error && "syscall" in error);
}

function errorText(error: Error): string {
  if (!(error instanceof GridientError))
    return `error: Cannot go on as the system must allow it: ${error.message}\n`;
  return `error: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ""}`;
}

/** Adds one command to the program; `setCode` takes the exit code. */
type AddCommand = (program: Command, io: Io, setCode: (code: number) => void) => void;

const COMMANDS: readonly AddCommand[] = [
  addSweep,
  addVerify,
  addValidate,
  addPlan,
  addExplain,
  addDiff,
  addRepro,
  addInit,
  addFormat,
  addReport,
  addShow,
  addCompare,
  addView,
  addExportModel,
  addPredict,
  addStore,
  addMerge,
  addFleet,
  addData,
  addSchema,
];

function buildProgram(io: Io, setCode: (code: number) => void): Command {
  const program = new Command("gridient")
    .description("Experiments as code for training neural networks: a YAML file in, result tables out.")
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showSuggestionAfterError()
    .showHelpAfterError("(add --help for the options)");
  for (const addCommand of COMMANDS) addCommand(program, io, setCode);
  for (const command of program.commands) inheritSettings(command, program);
  return program;
}

/** Commands of commands, too, tell mistakes as the program does. */
function inheritSettings(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const inner of command.commands) inheritSettings(inner, command);
}

function addVerify(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("verify")
    .description("retrain committed trials without the store and compare their rows")
    .argument("<file>", "experiment file")
    .option("--sample <n>", "trials to retrain, chosen by the experiment's own seed (default: all)", positive)
    .option("-w, --workers <n>", "threads (default: one for each core)", positive)
    .option("-o, --out <dir>", "folder of the tables", "results")
    .option("--data-dir <dir>", "folder with data sets by name (default: GRIDIENT_DATA_DIR)")
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(junitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient verify experiments/lr.yaml --sample 3"))
    .action(async (file, options) =>
      setCode(await (await import("./sweeping/verify.ts")).verify(file, options, io)),
    );
}

function addValidate(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("validate")
    .description("check experiment files and train nothing")
    .argument("<files...>", "experiment files")
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient validate experiments/*.yaml"))
    .action(async (files, options) =>
      setCode(await (await import("./authoring/validate.ts")).validate(files, options, io)),
    );
}

function addPlan(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("plan")
    .description(
      "show what a sweep would do: configurations, what is done already, time and memory for the rest",
    )
    .argument("<files...>", "experiment files")
    .option("--json", "print one JSON object a file")
    .option("-w, --workers <n>", "threads to plan for (default: one for each core)", positive)
    .addOption(storeOption())
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient plan experiments/lr.yaml --json"))
    .action(async (files, options) =>
      setCode(await (await import("./planning/plan.ts")).plan(files, options, io)),
    );
}

function addExplain(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("explain")
    .description("say what set each value of a trial, or what became of a combination that is not there")
    .argument("<file>", "experiment file")
    .argument("[trial]", "number of the trial, or the beginning of its id")
    .argument("[path]", "one field only, such as eta or architecture.hidden")
    .addOption(whereOption())
    .option("--json", "print JSON")
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText(
      "after",
      example(
        "gridient explain experiments/lr.yaml 4 eta",
        "gridient explain experiments/lr.yaml --where eta=3",
      ),
    )
    .action(async (file, trial, path, options) =>
      setCode(await (await import("./explain/explain.ts")).explain(file, trial, path, options, io)),
    );
}

function addRepro(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("repro")
    .description("print a spec of one trial alone, with every value written out")
    .argument("<file>", "experiment file")
    .argument("<trial>", "number of the trial, or the beginning of its id")
    .addOption(setOption())
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient repro experiments/lr.yaml 4 > trial.yaml"))
    .action(async (file, trial, options) =>
      setCode(await (await import("./sweeping/repro.ts")).repro(file, trial, options, io)),
    );
}

function addInit(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("init")
    .description("write a first experiment that runs as it is; asks on a terminal what no option says")
    .argument("[file]", "experiment file", "experiments/first.yaml")
    .option("--dataset <name>", "data set to learn (default: digits)")
    .option("--hidden <units>", "units of each hidden layer, or none (default: 30)")
    .option("--sweep <field>", "field to give several values (default: eta)")
    .addHelpText("after", example("gridient init experiments/layers.yaml --hidden 30,30 --sweep activation"))
    .action(async (file, options) =>
      setCode(await (await import("./authoring/init.ts")).init(file, options, io)),
    );
}

function addFormat(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("format")
    .description("rewrite experiment files in canonical form; comments and trials stay as they are")
    .argument("<files...>", "experiment files")
    .option(
      "--check",
      "change nothing, name the files that are not in canonical form, exit 1 if there are any",
    )
    .addOption(limitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient format --check experiments/*.yaml"))
    .action(async (files, options) =>
      setCode(await (await import("./authoring/format.ts")).format(files, options, io)),
    );
}

function addReport(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("report")
    .description("write results again from the store, training nothing; fill marked tables of Markdown files")
    .argument("[experiments...]", "experiment files, or their names: lr is experiments/lr.yaml")
    .option(
      "--write <files...>",
      "fill their blocks <!-- gridient:table FOLDER TABLE --> ... <!-- /gridient --> from results",
    )
    .option("-o, --out <dir>", "folder of the tables", "results")
    .option("--store <dir>", "folder of records", "results/.store")
    .option("--check", "write nothing; exit 1 if a byte differs or a table is stale")
    .addOption(limitOption())
    .addOption(junitOption())
    .addOption(reporterOption())
    .addHelpText("after", example("gridient report lr --check"))
    .action(async (names, options) =>
      setCode(await (await import("./sweeping/report.ts")).report(names, options, io)),
    );
}

function addSchema(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("schema")
    .description("print the JSON Schema of an experiment's file, for editors and other programs")
    .addHelpText("after", example("gridient schema > experiment.schema.json"))
    .action(async () => setCode((await import("./authoring/schema.ts")).schema(io)));
}

function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
