import { describeSchema } from "../../../fields/schema/describe-schema.ts";
import { namedSchema, valueSchema } from "../../../fields/experiment-schema.ts";
import { isValid } from "../../../fields/schema/is-valid.ts";
import { namedOptionsOf } from "../configuration-of.ts";
import { namedFieldOf } from "../../../fields/kinds.ts";
import { nearestWord } from "../../../text/nearest-word.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Cell, Point } from "../../sweep.ts";
import { statement } from "../../../statement.ts";

/** Returns the options set by rules that the data set, optimizer, schedule or function does not have, or not with that value. */
export function checkOptions(points: readonly Point[]): Problem[] {
  const problems = new Map<Cell, Problem | undefined>();
  for (const { cells } of points) {
    for (const path in cells) {
      const cell = cells[path]!;
      const field = namedFieldOf(path);
      if (field === undefined || problems.get(cell)) continue;
      const { name } = namedOptionsOf(cells, field);
      problems.set(cell, checkOption(path, cell, { field, name }));
    }
  }
  return [...problems.values()].flatMap((problem) => problem ?? []);
}

function checkOption(
  path: string,
  { value, place }: Cell,
  { field, name }: { field: string; name: string },
): Problem | undefined {
  const { properties = {} } = namedSchema(name);
  const option = path.slice(field.length + 1);
  const schema = properties[option];
  if (schema && isValid(valueSchema(schema), value)) return undefined;
  if (schema) {
    const allowed = `${describeSchema(valueSchema(schema))} for ${name}`;
    return errorAt(
      place!,
      statement("wrong-value", { subject: path, allowed, found: JSON.stringify(value) }),
    );
  }
  const allowed = Object.keys(properties).filter((key) => key !== "name");
  const nearest = nearestWord(option, allowed);
  const list = allowed.join(", ");
  const unknown = { unknown: "option", found: path, where: ` of ${name}`, allowed: list };
  const hint = nearest ? `Write ${field}.${nearest}` : `Allowed: ${list}`;
  return errorAt(place!, statement("foreign-field", unknown, hint));
}
