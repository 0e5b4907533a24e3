import type { FileDigest } from "../files/digest-files.ts";
import { trialKindOf } from "./kinds/trial-kind-of.ts";
import type { Plan } from "./plan.ts";

/** A file that identifies trials and is not the same in two plans. */
export interface FileChange {
  readonly path: string;
  readonly change: "changed" | "added" | "removed";
  /** How many trials of the later plan depend on it and are not in the earlier one. */
  readonly trials: number;
}

/** Returns the files whose bytes are part of the identity of trials, from the experiment's folder, each once, sorted. */
export function hashedFiles(plan: Plan): FileDigest[] {
  const files = [...filesByData(plan).values()].flat();
  return [...new Map(files)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Returns what is different about the files of two plans, sorted. @param known The ids of the trials of the earlier one. */
export function changedFiles(before: Plan, after: Plan, known: ReadonlySet<string>): FileChange[] {
  const [old, fresh] = [new Map(hashedFiles(before)), new Map(hashedFiles(after))];
  const byData = filesByData(after);
  const isUser = (path: string, dataDigest: string): boolean =>
    byData.get(dataDigest)?.some(([other]) => other === path) ?? false;
  return [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((path): FileChange[] => {
    if (old.get(path) === fresh.get(path)) return [];
    const change = !fresh.has(path) ? "removed" : old.has(path) ? "changed" : "added";
    const trials = after.trials.filter(
      ({ id, dataDigest }) => !known.has(id) && (change === "removed" || isUser(path, dataDigest)),
    );
    return [{ path, change, trials: trials.length }];
  });
}

/** Returns the files of the configurations of a plan, by the digest that they are part of. */
function filesByData({ configurations, experiment }: Plan): Map<string, readonly FileDigest[]> {
  const { folder } = experiment.sweep;
  const known = new Map(configurations.map((point) => [point.dataDigest, point.configuration]));
  return new Map(
    [...known].map(([digest, configuration]) => [
      digest,
      trialKindOf(configuration).filesOf(configuration, folder),
    ]),
  );
}
