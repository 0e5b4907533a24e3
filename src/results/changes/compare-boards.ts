import { groupBy } from "../group-by.ts";
import type { BoardComparison, ComparedSetting, LoneSetting, SharedChange } from "./board-comparison.ts";
import { settingPaths, settingsOf, sharedValues, type Setting } from "./board-settings.ts";
import { compareSettings, type Boards } from "./compare-settings.ts";

/**
 * Compares two folders of results. Settings are the same where a trial of both has the same id, else where they have
 * the same values of every field that distinguishes settings. So results before and after a change that all settings
 * share can be compared, too.
 */
export function compareBoards(boards: Boards): BoardComparison {
  const { before, after } = boards;
  const paths = [...new Set([...settingPaths(after), ...settingPaths(before)])];
  const former = settingsOf(before, paths);
  const partnerOf = partnersIn(former);
  const left = new Set(former);
  const compared: ComparedSetting[] = [];
  const added = settingsOf(after, paths).filter((lone) => {
    const partner = partnerOf(lone).find((old) => left.has(old));
    if (!partner) return true;
    left.delete(partner);
    compared.push(compareSettings([partner.configuration, lone.configuration], lone.setting, boards));
    return false;
  });
  return {
    objective: after.experiment.objective,
    ...(after.scaledTargets && { scaledTargets: after.scaledTargets }),
    changes: sharedChanges(boards, paths),
    paths,
    identical: compared.filter(isIdentical),
    changed: compared.filter((setting) => !isIdentical(setting)).sort((a, b) => sizeOf(b) - sizeOf(a)),
    added,
    removed: [...left],
  };
}

/** Returns a function that finds the candidates for the same setting as another, the surest first. */
function partnersIn(settings: readonly LoneSetting[]): (other: LoneSetting) => LoneSetting[] {
  const byId = new Map(
    settings.flatMap((lone) => lone.configuration.trials.map(({ trial }) => [trial.id, lone] as const)),
  );
  const byValues = groupBy(settings, ({ setting }) => JSON.stringify([...setting]));
  return ({ configuration, setting }) => [
    ...configuration.trials.flatMap(({ trial }) => byId.get(trial.id) ?? []),
    ...(byValues.get(JSON.stringify([...setting])) ?? []),
  ];
}

/** All replicates of either are in both, and identical. */
function isIdentical({ before, after, trials }: ComparedSetting): boolean {
  const isWhole = trials.length === before.trials.length && trials.length === after.trials.length;
  return isWhole && trials.every((trial) => trial.isIdentical);
}

/** Those without a difference come last. */
function sizeOf({ difference }: ComparedSetting): number {
  return difference.mean === null ? -1 : Math.abs(difference.mean);
}

function sharedChanges({ before, after }: Boards, paths: readonly string[]): SharedChange[] {
  const [old, now] = [sharedFacts(before), sharedFacts(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => !paths.includes(path))
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function sharedFacts(board: Boards["before"]): Setting {
  const { objective, replicates } = board.experiment;
  return new Map([
    ...sharedValues(board),
    ["replicates", replicates.count],
    ["replicates.baseSeed", replicates.baseSeed],
    ["objective", `${objective.metric} at the ${objective.at} epoch`],
    ["trainerVersion", board.trainerVersion],
  ]);
}
