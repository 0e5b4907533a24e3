import { existsSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { GridientError } from "../../../errors.ts";
import { hydraValue } from "./hydra-values.ts";
import { literal, type ImportedParameter, type ImportedSweep } from "./imported-sweep.ts";

const MULTIRUN = ["-m", "--multirun"];
/** `key=value`, `+key=value` and `++key=value`; a key may name a group and a package. */
const OVERRIDE = /^(\+{0,2})([A-Za-z_][\w./:@-]*)=(.*)$/s;
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
  const rest = words.slice(place + 1).flatMap((word): Word[] => {
    if (MULTIRUN.includes(word)) return [];
    const [, prefix = "", key = "", text = ""] = OVERRIDE.exec(word) ?? [];
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
    metric: undefined,
    notes: [
      ...notes,
      ...(hasFolder ? [] : [`${RUN_FOLDER} is each trial's own folder, which is removed when it ends.`]),
    ],
  };
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
