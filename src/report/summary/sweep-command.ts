import type { Experiment } from "../../spec/experiment.ts";
import { shellWord } from "../../text/shell-word.ts";

/** The file of an experiment and the --set arguments. */
type Source = Pick<Experiment, "file" | "path" | "set">;

/**
 * Returns the shell command that runs an experiment, from the folder that contains `experiments/`, or from its own.
 * It runs in gridient's own repository and wherever the package is installed, so committed files have the same bytes in both.
 */
export function sweepCommand(source: Source): string {
  return commandLine("npx gridient sweep", [specPath(source)], settingWords(source));
}

/** Returns the shell command that trains one trial of an experiment: the parts before and after its index. */
export function trialCommandParts(source: Source): [before: string, after: string] {
  const before = commandLine("npx gridient repro", [specPath(source)]);
  const settings = commandLine("", settingWords(source));
  return [`${before} `, `${settings} > trial.yaml && npx gridient sweep trial.yaml`];
}

/** Returns the file of an experiment from the folder that contains `experiments/`, or from its own. */
export function specPath({ file, path: own = file }: Pick<Source, "file" | "path">): string {
  const path = own.replaceAll("\\", "/");
  return /(?:^|\/)(experiments\/.*)$/.exec(path)?.[1] ?? path.slice(path.lastIndexOf("/") + 1);
}

function settingWords({ set = [] }: Source): string[] {
  return set.flatMap((setting) => ["--set", setting]);
}

function commandLine(start: string, ...words: readonly (readonly string[])[]): string {
  return [start, ...words.flat().map(shellWord)].join(" ");
}
