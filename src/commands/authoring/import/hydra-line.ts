import { existsSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { GridientError } from "../../../errors.ts";
import { hydraValue } from "./hydra-values.ts";
import {
  literal,
  type ImportedParameter,
  type ImportedSearch,
  type ImportedSweep,
} from "./imported-sweep.ts";

const MULTIRUN = ["-m", "--multirun"];
/** `key=value`, `+key=value` and `++key=value`; a key may name a group and a package. */
const OVERRIDE = /^(\+{0,2})([A-Za-z_][\w./:@-]*)=(.*)$/s;
/** Settings of a sweeper of Hydra that an experiment has, too. */
const SWEEPER = {
  name: "hydra/sweeper",
  sampler: "hydra/sweeper/sampler",
  runs: "hydra.sweeper.n_trials",
  direction: "hydra.sweeper.direction",
} as const;
/** Sweepers that choose the settings that they try; without one, all are tried. */
const SEARCHING = ["optuna", "ax", "nevergrad"];
/** What says where and how Hydra itself runs the jobs of a multirun. */
const LAUNCHING = /^hydra([./])(sweep|sweeper|launcher)([./]|$)/;
/** Folders in which Hydra's configurations usually are, beside the script. */
const CONFIGURATIONS = ["conf", "config", "configs"];
const RUN_FOLDER = "hydra.run.dir";

/** Returns whether the words of a command line are a multirun of Hydra. */
export function isMultirun(words: readonly string[]): boolean {
  return words.slice(scriptPlace(words) + 1).some((word) => MULTIRUN.includes(word));
}

/**
 * Returns what a multirun of Hydra describes, such as `python train.py -m lr=0.1,0.01`.
 *
 * @throws {GridientError} E_USAGE for what an experiment cannot have.
 */
export function hydraLine(words: readonly string[]): ImportedSweep {
  const place = scriptPlace(words);
  const script = words[place] ?? "";
  const isFile = script.endsWith(".py");
  const parameters: ImportedParameter[] = [];
  const notes: string[] = [];
  const sweeper = new Map<string, string>();
  const rest = words.slice(place + 1).flatMap((word): Word[] => {
    if (MULTIRUN.includes(word)) return [];
    const [, prefix = "", key = "", text = ""] = OVERRIDE.exec(word) ?? [];
    if (Object.values<string>(SWEEPER).includes(key)) {
      sweeper.set(key, text);
      return [];
    }
    if (LAUNCHING.test(key)) {
      notes.push(`${key} is left out: run.workers says how many programs run at a time.`);
      return [];
    }
    const value = key === "" ? undefined : hydraValue(text);
    if (value === undefined) return [() => literal(word)];
    if ("refused" in value) throw refusal(key, value.refused);
    if (parameters.some(({ name }) => name === key)) throw refusal(key, "occurs twice");
    parameters.push({ name: key, ...value });
    return [(reference) => `${prefix}${key}=${reference(key)}`];
  });
  const hasFolder = words.some((word) => word.startsWith(`${RUN_FOLDER}=`));
  return {
    source: "a multirun of Hydra",
    name: isFile ? parse(script).name : (script.split(/[./\\]/).at(-1) ?? script),
    description: `A multirun of ${script}`,
    parameters,
    command: (reference) => [
      ...(OVERRIDE.test(words[0] ?? "") ? ["env"] : []), // NAME=value before a command sets a variable
      ...words.slice(0, place + 1).map(literal),
      ...rest.map((word) => word(reference)),
      ...(hasFolder ? [] : [`${RUN_FOLDER}=\${folder}`]),
    ],
    files: isFile ? [script, ...configurations(script)] : [],
    search: searchOf(sweeper),
    metric: metricOf(sweeper),
    notes: [
      ...notes,
      ...(hasFolder ? [] : [`${RUN_FOLDER} is each trial's own folder, which is removed when it ends.`]),
    ],
  };
}

/** Returns how a sweeper chooses settings; undefined if it tries all. */
function searchOf(sweeper: ReadonlyMap<string, string>): ImportedSearch | undefined {
  const name = sweeper.get(SWEEPER.name) ?? "basic";
  const sampler = sweeper.get(SWEEPER.sampler);
  if (!SEARCHING.includes(name) || sampler === "grid") return undefined;
  const runs = Number(sweeper.get(SWEEPER.runs));
  return {
    source: sampler === undefined ? `${SWEEPER.name}=${name}` : `${SWEEPER.sampler}=${sampler}`,
    method: sampler === "random" ? "random" : "tpe",
    runs: Number.isSafeInteger(runs) && runs > 0 ? runs : undefined,
  };
}

/** A sweeper has a direction, and no name. */
function metricOf(sweeper: ReadonlyMap<string, string>): ImportedSweep["metric"] {
  const goal = sweeper.get(SWEEPER.direction);
  return goal === "minimize" || goal === "maximize" ? { goal } : undefined;
}

type Word = (reference: (name: string) => string) => string;

/** Returns the place of the script, of the module behind `python -m`, or of the program. */
function scriptPlace(words: readonly string[]): number {
  const script = words.findIndex((word) => word.endsWith(".py"));
  const module = words.findIndex((word, i) => word === "-m" && /python[\d.]*$/.test(words[i - 1] ?? "")) + 1;
  if (module > 0 && (script < 0 || module < script)) return module;
  if (script >= 0) return script;
  return Math.max(
    0,
    words.findIndex((word) => !OVERRIDE.test(word)),
  );
}

function configurations(script: string): string[] {
  const folders = CONFIGURATIONS.map((name) => join(dirname(script), name).replaceAll("\\", "/"));
  return folders.filter((folder) => existsSync(folder)).map((folder) => `${folder}/**`);
}

function refusal(key: string, rule: string): GridientError {
  return new GridientError("E_USAGE", `${key} in the line of Hydra ${rule}`, {
    hint: `Write its values one by one: ${key}=1,2,3`,
  });
}
