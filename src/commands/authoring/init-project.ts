import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { makeFolder } from "../../files/make-folder.ts";
import { projectRoot } from "../../files/project.ts";
import { readersCommand } from "../../text/readers-command.ts";
import { projectResults } from "../console/project-settings.ts";
import type { Io } from "../console/io.ts";
import { experimentFiles } from "../reading/experiment-files.ts";
import { firstProgram, type Language } from "./first-program.ts";
import { init, type InitFlags } from "./init.ts";
import { manifestWithSweep } from "./manifest-with-sweep.ts";
import { resultsWorkflow } from "./results-workflow.ts";

/** Facts about a run, records and models: a sweep makes them again. */
const IGNORED = ".store/\n.shards/\n.tmp-*/\ntimings.csv\nreport.html\n";
/** The experiment of a first program. */
const PROGRAM = "experiments/program.yaml";
/** Results have the same bytes everywhere, and code hosts fold generated files in a diff. */
const RESULTS_ATTRIBUTES = "-text linguist-generated gitlab-generated";
/** Bytes of data and programs are part of the ids of trials, and git on Windows would give them other line ends. */
const EXPERIMENTS_ATTRIBUTES = "-text";

/** A file of a project. */
interface Part {
  readonly file: string;
  /** Returns the text that the file must have, given its present text: the same text if nothing is missing. */
  readonly made: (text: string | undefined) => string;
  /** What was done about a file that was there. */
  readonly done: string;
}

/**
 * Makes a folder, or the project around it, a project with experiments: a first one, the script that sweeps, the list
 * of what git ignores, and a CI workflow that checks results. With a program it also allows the project's experiments to
 * run programs, and says so. Existing content does not change. Returns the exit code.
 * @throws {GridientError} E_USAGE for wrong choices, or if package.json cannot be read.
 */
export async function initProject(flags: InitFlags, io: Io): Promise<number> {
  const root = projectRoot() ?? resolve();
  const parts = madeParts(root, flags.program);
  const isFirst = experimentFiles([]).length === 0 || flags.dataset !== undefined;
  if (isFirst && flags.program === undefined) {
    const code = await init(relative(".", join(root, "experiments/first.yaml")), flags, io);
    if (code !== 0) return code;
  } else if (parts.length === 0) io.stdout.write("Nothing to do: this project is set up\n");
  for (const { path, text, done } of parts) {
    await makeFolder(dirname(path));
    await writeFile(path, text);
    io.stdout.write(`${relative(".", path)}: ${done}\n`);
  }
  if (flags.program && parts.length > 0) io.stdout.write(programText(root, parts));
  return 0;
}

/** Returns what a user must know who has just allowed programs. */
function programText(root: string, parts: readonly { readonly path: string }[]): string {
  const next = `next: ${readersCommand("sweep", [relative(".", join(root, PROGRAM))])}\n`;
  if (!parts.some(({ path }) => path === join(root, "package.json"))) return next;
  return `Experiments of this project may now run programs: package.json has "gridient": {"allowPrograms": true}\n${next}`;
}

/** Returns the files to write. All texts are made before one is written: a file that cannot be read costs nothing. */
function madeParts(
  root: string,
  language: Language | undefined,
): { path: string; text: string; done: string }[] {
  return partsOf(root, language).flatMap(({ file, made, done }) => {
    const path = join(root, file);
    const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
    const text = made(before);
    return text === before ? [] : [{ path, text, done: before === undefined ? "written" : done }];
  });
}

function partsOf(root: string, language: Language | undefined): readonly Part[] {
  const results = relative(root, resolve(projectResults())).replaceAll("\\", "/");
  const workflow = resultsWorkflow(root, results);
  return [
    {
      file: "package.json",
      made: (text) => manifestWithSweep(text, root, language !== undefined),
      done: `script sweep and package gridient added${language ? ", programs allowed" : ""}`,
    },
    { file: ".gitignore", made: (text) => text ?? "node_modules/\n", done: "" },
    { file: `${results}/.gitignore`, made: (text) => text ?? IGNORED, done: "" },
    {
      file: ".gitattributes",
      made: (text = "") =>
        withAttributes(
          withAttributes(text, `${results}/**`, RESULTS_ATTRIBUTES),
          "experiments/**",
          EXPERIMENTS_ATTRIBUTES,
        ),
      done: `git keeps the bytes of experiments/ and ${results}/`,
    },
    ...(language ? firstProgram(language, relative(".", join(root, PROGRAM))) : []).map(
      ({ file, text: template }) => ({
        file: relative(root, resolve(file)),
        made: (text?: string) => text ?? template,
        done: "",
      }),
    ),
    ...(workflow ? [{ file: workflow.file, made: (text?: string) => text ?? workflow.text, done: "" }] : []),
  ];
}

function withAttributes(text: string, pattern: string, attributes: string): string {
  if (text.split("\n").some((line) => line.startsWith(`${pattern} `))) return text;
  return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${pattern} ${attributes}\n`;
}
