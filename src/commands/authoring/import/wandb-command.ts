import { literal, type ImportedParameter, type ImportedSweep } from "./imported-sweep.ts";
import type { YamlSource } from "./yaml-source.ts";

/** Where parameters are passed. */
const ARGUMENTS = /^\$\{args\w*\}$/;
const DEFAULT = ["${interpreter}", "${program}", "${args}"];

/** How a W&B sweep starts its program. */
export interface WandbCommand {
  /** Its fixed words: files among them are those that it depends on. */
  readonly words: readonly string[];
  readonly parameters: readonly ImportedParameter[];
  readonly command: ImportedSweep["command"];
  readonly notes: readonly string[];
}

/** Returns the command of a W&B sweep. @throws {GridientError} E_USAGE for what an experiment cannot have. */
export function wandbCommand(source: YamlSource, parameters: readonly ImportedParameter[]): WandbCommand {
  const { command: written = DEFAULT, program: script } = source.data;
  const hasCommand = "command" in source.data;
  const program = source.word("program");
  if (program === undefined && (script !== undefined || !hasCommand))
    throw source.refusal(["program"], "must be the path of a script", "Write for example program: train.py");
  if (!Array.isArray(written))
    throw source.refusal(["command"], "must be a list", "Write each word of the command as an item");
  const command = written.map(String);
  const macros = command.filter((word) => ARGUMENTS.test(word));
  const isPython = macros.some((macro) => macro === "${args}" || macro === "${args_no_hyphens}");
  const given = isPython ? parameters.map(withPythonWords) : parameters;
  const words = command.map((word, i) => translated(word, i, { source, given }));
  const fixed = command.filter((word) => !word.includes("$"));
  const notes = [
    ...(macros.length === 0
      ? ["The command passes no parameter: your program finds them in the variable GRIDIENT_PARAMETERS."]
      : []),
    ...(macros.includes("${args_json_file}")
      ? ["The file of parameters has their names in the experiment, and neither seed nor epochs."]
      : []),
  ];
  return {
    words: program === undefined ? fixed : [program, ...fixed],
    parameters: given,
    command: (name) => words.flatMap((word) => word(name)),
    notes,
  };
}

/** Returns the words that one word of the command becomes. */
type Words = (reference: (name: string) => string) => readonly string[];

function translated(
  word: string,
  place: number,
  { source, given }: { readonly source: YamlSource; readonly given: readonly ImportedParameter[] },
): Words {
  const refuse = (rule: string, hint: string) => source.refusal(["command", String(place)], rule, hint);
  if (word.includes("${envvar:"))
    throw refuse(
      `has no counterpart (got ${word})`,
      "Let the program read the variable itself, and name it below run.environment",
    );
  switch (word) {
    case "${env}":
      return () => ["/usr/bin/env"];
    case "${interpreter}":
      return () => ["python"];
    case "${program}":
      return () => [literal(source.word("program") ?? "")];
    case "${args}":
      return (name) => given.map((parameter) => `--${parameter.name}=${name(parameter.name)}`);
    case "${args_no_hyphens}":
      return (name) => given.map((parameter) => `${parameter.name}=${name(parameter.name)}`);
    case "${args_no_boolean_flags}":
      return (name) => given.map((parameter) => flagOrOption(parameter, name(parameter.name)));
    case "${args_json_file}":
      return () => ["${folder}/parameters.json"];
    case "${args_json}":
      throw refuse(
        `has no counterpart (got ${word})`,
        "Use ${args_json_file}, or let the program read the variable GRIDIENT_PARAMETERS",
      );
    default:
      if (/^\$\{.*\}$/.test(word))
        throw refuse(`is no macro of W&B (got ${word})`, "Allowed: ${args}, ${program}, ...");
      return () => [literal(word)];
  }
}

/** A flag is there where its parameter is true. */
function flagOrOption({ name, ...choice }: ImportedParameter, reference: string): string {
  const isFlag = "values" in choice && choice.values.every((value) => typeof value === "boolean");
  return isFlag ? reference.replace(/\}$/, `?--${name}}`) : `--${name}=${reference}`;
}

/** W&B writes true as Python does. */
function withPythonWords(parameter: ImportedParameter): ImportedParameter {
  if (!("values" in parameter)) return parameter;
  const values = parameter.values.map((value) =>
    typeof value === "boolean" ? (value ? "True" : "False") : value,
  );
  return { ...parameter, values };
}
