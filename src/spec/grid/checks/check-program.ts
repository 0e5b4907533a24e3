import { isProgram } from "../../../configuration/program-folder.ts";
import type { DataFolder } from "../../../data/source.ts";
import type { ProgramConfiguration } from "../../../fields/configuration.ts";
import { flagIn, namesInTemplate } from "../../../text/fill-template.ts";
import { nearestWord } from "../../../text/nearest-word.ts";
import type { Problem } from "../../problem.ts";
import { statement } from "../../../statement.ts";
import { errorAt, warningAt, type Place } from "../../source-text.ts";
import type { Cells, Point } from "../../sweep.ts";
import { configurationOf } from "../configuration-of.ts";
import { checkProgramFiles, type Finding } from "./check-program-files.ts";

/** Returns what a program is given beside its parameters. */
function givenTo({ checkpoints }: Pick<ProgramConfiguration, "checkpoints">): string[] {
  return ["seed", "epochs", "folder", ...(checkpoints ? ["checkpoint"] : [])];
}

/** Returns what is wrong with how the points of a grid start their programs. Looks at files, and runs nothing. */
export function checkProgram(points: readonly Point[]): Problem[] {
  const seen = new Set<string>();
  const problems = new Map<string, Problem>();
  for (const { cells, folder: from } of points) {
    const program = configurationOf(cells);
    if (!isProgram(program)) continue;
    const { command, module, files, folder, results, checkpoints, parameters } = program;
    const kinds = Object.entries(parameters).map(([name, value]) => [name, typeof value]);
    const key = JSON.stringify([command, module, files, folder, results, checkpoints, kinds]);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const { place, isWarning, ...statement } of findingsIn(program, cells, from)) {
      if (!place) continue;
      const problem = isWarning ? warningAt(place, statement) : errorAt(place, statement);
      problems.set(`${problem.line}:${problem.column} ${problem.message}`, problem);
    }
  }
  return [...problems.values()];
}

/** @param from The folder of the experiment; where its files are those of a revision, they are not looked at. */
function findingsIn(program: ProgramConfiguration, cells: Cells, from: DataFolder): Finding[] {
  return [
    ...checkStart(program, cells),
    ...checkNames(program, cells),
    ...(from.revision !== undefined ? [] : checkProgramFiles(program, cells, from)),
    ...checkExpression(program, cells),
  ];
}

/** Something must run, and only one thing. */
function checkStart({ command, module }: ProgramConfiguration, cells: Cells): Finding[] {
  const hasCommand = command.length > 0;
  if (hasCommand !== (module !== "none")) return [];
  const place = cells["module"]?.place ?? cells["command"]?.place ?? anyPlace(cells);
  const found = hasCommand ? "both" : "neither";
  const rule = { subject: "A program", verb: "must have", allowed: "a command or a module", found };
  const hint = hasCommand ? "Remove one of them" : "Write for example command: [python3, train.py]";
  return [{ place, ...statement(hasCommand ? "foreign-field" : "missing-key", rule, hint) }];
}

function checkNames(program: ProgramConfiguration, cells: Cells): Finding[] {
  const { command, parameters } = program;
  const given = givenTo(program);
  const taken = given
    .filter((name) => Object.hasOwn(parameters, name))
    .map((name): Finding => {
      const message = `A parameter must not be called ${name}: the program is given that`;
      return { place: cells[`parameters.${name}`]?.place, ...statement("bad-name", message) };
    });
  const known = [...Object.keys(parameters), ...given];
  const unknown = command.flatMap(namesInTemplate).filter((name) => !known.includes(name));
  return [
    ...taken,
    ...[...new Set(unknown)].map((name) => unknownName(name, known, cells)),
    ...command.flatMap((word) => checkFlag(word, parameters, cells)),
  ];
}

/** A word that is there or not follows from true or false. */
function checkFlag(word: string, parameters: ProgramConfiguration["parameters"], cells: Cells): Finding[] {
  const flag = flagIn(word);
  const value = flag && parameters[flag.name];
  if (!flag || value === undefined || typeof value === "boolean") return [];
  const place = cells[`parameters.${flag.name}`]?.place;
  const allowed = `true or false, because ${word} is a flag`;
  return [{ place, ...statement("wrong-value", { subject: flag.name, allowed, found: String(value) }) }];
}

function unknownName(name: string, known: readonly string[], cells: Cells): Finding {
  const nearest = nearestWord(name, known);
  const rule = { subject: "What command refers to", allowed: "a parameter", found: `\${${name}}` };
  const hint = hintFor(name, nearest) ?? `Allowed: ${known.join(", ")}; $\${...} is the text itself`;
  return { place: cells["command"]?.place, ...statement("bad-reference", rule, hint) };
}

function hintFor(name: string, nearest: string | undefined): string | undefined {
  if (name === "checkpoint") return "Write checkpoints: true, if the program can continue from there";
  return nearest === undefined ? undefined : `Write \${${nearest}}`;
}

function checkExpression({ results }: ProgramConfiguration, cells: Cells): Finding[] {
  const place = cells["results"]?.place;
  const source = /^\/(.*)\/$/s.exec(results)?.[1];
  if (source === undefined) {
    const isFile = /^[^/].*\.(json|csv)$/.test(results) && !results.split("/").includes("..");
    if (results === "output" || isFile) return [];
    const allowed = "output, a .json or .csv file in ${folder}, or /a regular expression/";
    return [{ place, ...statement("wrong-value", { subject: "results", allowed, found: results }) }];
  }
  try {
    void new RegExp(source, "u");
    if (/\(\?<[A-Za-z]/.test(source)) return [];
    const rule = { subject: "results", verb: "must have", allowed: "a group for each metric", found: "none" };
    return [{ place, ...statement("wrong-value", rule, "Write for example /loss (?<loss>[0-9.]+)/") }];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ place, ...statement("wrong-value", `results must be a regular expression: ${reason}`) }];
  }
}

function anyPlace(cells: Cells): Place | undefined {
  return Object.values(cells).find(({ place }) => place)?.place;
}
