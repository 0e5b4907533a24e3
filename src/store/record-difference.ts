import type { TrialRecord } from "../training/record.ts";

/** Returns the first difference in words; a metric that only one of them has measured is none. */
export function recordDifference(old: TrialRecord, fresh: TrialRecord): string | undefined {
  for (const [name, values] of Object.entries(fresh.metrics)) {
    const before = old.metrics[name] ?? values;
    const epochs = Math.max(before.length, values.length);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const [was, is] = [before[epoch], values[epoch]];
      if (was !== is) return `${name} at epoch ${epoch} was ${was ?? "absent"}, is ${is ?? "absent"}`;
    }
  }
  const [was, is] = [factsOf(old), factsOf(fresh)];
  return was === is ? undefined : `its facts were ${was}, are ${is}`;
}

/** The id stands for the configuration, which may lack fields that came after it was written. */
function factsOf(record: TrialRecord): string {
  return JSON.stringify({ ...record, metrics: undefined, configuration: undefined });
}
