import { listText } from "../results/list-text.ts";
import { valueText } from "../results/value-text.ts";
import type { MissingCondition } from "../spec/explain-experiment.ts";
import { lineText } from "../spec/place-text.ts";

const MOST_VALUES = 10;

/** Returns why no combination meets all conditions: the conditions that none meets, with the values that exist. */
export function missingText(missing: readonly MissingCondition[], file: string): string {
  if (missing.length === 0) return "Some combination meets each condition, but none meets all of them.";
  return missing
    .map(({ condition, values, places }) => {
      const { path, argument } = condition;
      if (values.length === 0) return `No combination has ${argument}: none has ${path}`;
      const written = [...new Set(places.map((place) => lineText(place, file)))];
      const at = written.length > 0 ? ` (${listText(written, MOST_VALUES)})` : "";
      const present = listText(values.map(valueText), MOST_VALUES);
      return `No combination has ${argument}: ${path} is ${present}${at}`;
    })
    .join("\n");
}
