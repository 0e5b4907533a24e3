import type { Experiment } from "../../spec/experiment.ts";
import { shellWord } from "../shell-word.ts";

/** Returns the shell command that runs an experiment, from the folder that holds `experiments/`, or from its own. */
export function sweepCommand({ file, set = [] }: Pick<Experiment, "file" | "set">): string {
  const path = file.replaceAll("\\", "/");
  const inExperiments = /(?:^|\/)(experiments\/.*)$/.exec(path)?.[1];
  const words = [
    inExperiments ?? path.slice(path.lastIndexOf("/") + 1),
    ...set.flatMap((setting) => ["--set", setting]),
  ];
  return `npm run sweep ${set.length > 0 ? "-- " : ""}${words.map(shellWord).join(" ")}`;
}
