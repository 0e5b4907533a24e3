import type { DatasetOptions } from "../data/source.ts";
import { describeSchema } from "./describe-schema.ts";
import { datasetSchema, isValid, valueSchema } from "./experiment-schema.ts";
import { nearestWord } from "./nearest-word.ts";
import type { Problem } from "./problem.ts";
import { errorAt } from "./source-text.ts";
import type { Cell, Point } from "./sweep.ts";

/** Returns the options, set by rules, that a data set which they meet does not have, or not with that value. */
export function checkOptions(points: readonly Point[]): Problem[] {
  const problems = new Map<Cell, Problem | undefined>();
  for (const { cells } of points) {
    for (const path in cells) {
      const cell = cells[path]!;
      if (!path.startsWith("dataset.") || problems.get(cell)) continue;
      problems.set(cell, checkOption(path, cell, (cells["dataset"]!.value as DatasetOptions).name));
    }
  }
  return [...problems.values()].flatMap((problem) => problem ?? []);
}

function checkOption(path: string, { value, place }: Cell, name: string): Problem | undefined {
  const { properties = {} } = datasetSchema(name);
  const option = path.slice("dataset.".length);
  const schema = properties[option];
  if (schema && isValid(valueSchema(schema), value)) return undefined;
  if (schema) {
    const message = `Cannot use ${path} as it must be ${describeSchema(valueSchema(schema))} for ${name}: ${JSON.stringify(value)}`;
    return errorAt(place!, { message });
  }
  const message = `Cannot set ${path} as the data set must have that option: ${name} has none`;
  const allowed = Object.keys(properties).filter((key) => key !== "name");
  const nearest = nearestWord(option, allowed);
  return errorAt(place!, {
    message,
    hint: nearest ? `Write dataset.${nearest}` : `Allowed: ${allowed.join(", ")}`,
  });
}
