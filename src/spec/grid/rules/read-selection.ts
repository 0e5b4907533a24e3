import { explainMismatch } from "../../fields/messages/explain-mismatch.ts";
import { EXPERIMENT_SCHEMA } from "../../../fields/experiment-schema.ts";
import { parseYaml } from "../../document/yaml/parse-yaml.ts";
import type { Problem } from "../../problem.ts";
import { readPattern } from "./read-pattern.ts";
import type { Pattern } from "../../sweep.ts";

/** What places in the argument name as their file. */
const SOURCE = "--only";
const COMPARISONS: Readonly<Record<string, string>> = {
  "!=": "ne",
  ">": "gt",
  ">=": "gte",
  "<": "lt",
  "<=": "lte",
};

/**
 * Returns which points an argument `eta>0.1,architecture.hidden=[30]` of the command line selects: those that the
 * same conditions below `sweep.exclude` would match. A pattern in YAML's syntax, in braces, is one, too.
 */
export function readSelection(argument: string): { selection?: Pattern; problems: readonly Problem[] } {
  const { root, problems: syntax } = parseYaml(patternText(argument), SOURCE);
  if (!root) return { problems: syntax };
  const mismatches = explainMismatch(root, EXPERIMENT_SCHEMA.$defs!["pattern"]!, "");
  const problems = [...syntax, ...mismatches.map(({ problem }) => problem)];
  return problems.length > 0 ? { problems } : { selection: readPattern(root), problems };
}

function patternText(argument: string): string {
  if (argument.trimStart().startsWith("{")) return argument;
  return `{${splitConditions(argument).map(conditionText).join(", ")}}`;
}

/** Text that is no condition stays as it is, so that the schema refuses it. */
function conditionText(condition: string): string {
  const [, path, sign, value] = /^\s*([\w.]+)\s*(>=|<=|!=|=|>|<)(.*)$/s.exec(condition) ?? [];
  if (path === undefined) return condition;
  return sign === "=" ? `${path}: ${value}` : `${path}: { ${COMPARISONS[sign!]}: ${value} }`;
}

/** Splits at the commas that are in no brackets. */
function splitConditions(argument: string): string[] {
  const conditions = [""];
  let depth = 0;
  for (const character of argument) {
    if ("[{".includes(character)) depth += 1;
    if ("]}".includes(character)) depth -= 1;
    if (character === "," && depth === 0) conditions.push("");
    else conditions[conditions.length - 1] += character;
  }
  return conditions;
}
