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
  const [before, now] = [factsOf(old), factsOf(fresh)];
  for (const name of new Set([...before.keys(), ...now.keys()])) {
    const [was, is] = [before.get(name) ?? "absent", now.get(name) ?? "absent"];
    if (was !== is) return `its ${name} was ${clipped(was)}, is ${clipped(is)}`;
  }
  return undefined;
}

/** Facts as text, by name. The id stands for the configuration, which may lack fields that came after it was written. */
function factsOf(record: TrialRecord): Map<string, string> {
  const { metrics: _, configuration: __, ...facts } = record;
  return new Map(Object.entries(facts).map(([name, fact]) => [name, JSON.stringify(fact) ?? "absent"]));
}

/** A list may be as long as whoever wrote the record likes. */
function clipped(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}...` : text;
}

const MOST_CHARACTERS = 200;
