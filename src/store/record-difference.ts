import { clipText } from "../text/clip-text.ts";
import type { TrialRecord } from "../training/record.ts";

/** A list in a record may be very long. */
const LONGEST = 203;

/** Returns the first difference in words; a metric that only one of them has does not count. */
export function recordDifference(old: TrialRecord, fresh: TrialRecord): string | undefined {
  for (const [name, values] of Object.entries(fresh.metrics)) {
    const before = old.metrics[name] ?? values;
    const epochs = Math.max(before.length, values.length);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const [was, is] = [before[epoch], values[epoch]];
      if (was !== is) return `${name} at epoch ${epoch} was ${was ?? "absent"}, is ${is ?? "absent"}`;
    }
  }
  const [before, now] = [factsOf(old), factsOf(fresh)];
  for (const name of new Set([...before.keys(), ...now.keys()])) {
    const [was, is] = [before.get(name) ?? "absent", now.get(name) ?? "absent"];
    if (was !== is)
      return `its ${name} was ${clipText(was, LONGEST, "...")}, is ${clipText(is, LONGEST, "...")}`;
  }
  return undefined;
}

/** Facts as text, by name. The id represents the configuration, which may not have fields that were added later. */
function factsOf(record: TrialRecord): Map<string, string> {
  const { metrics: _, configuration: __, ...facts } = record;
  return new Map(Object.entries(facts).map(([name, fact]) => [name, JSON.stringify(fact) ?? "absent"]));
}
