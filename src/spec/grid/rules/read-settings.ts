import { sweptSchema } from "../../../fields/experiment-schema.ts";
import { NAMED_FIELDS } from "../../../fields/kinds.ts";
import type { Problem } from "../../problem.ts";
import { readNamed } from "../../fields/read-named.ts";
import { readField, type WrittenField } from "../../fields/read-field.ts";
import { errorAt } from "../../source-text.ts";
import type { SpecNode } from "../../spec-node.ts";
import type { Cells, RuleTitle } from "../../sweep.ts";
import { statement } from "../../../statement.ts";

/**
 * Returns the fields that a rule gives values to, by dotted path.
 *
 * @param by The rule.
 * @param options.keepEqual Equal values of a field stay: in a zip group each belongs to a place.
 */
export function readSettings(
  node: SpecNode | undefined,
  by: RuleTitle,
  { keepEqual = false }: { readonly keepEqual?: boolean } = {},
): { fields: WrittenField[]; problems: Problem[] } {
  const entries = node?.kind === "map" ? node.entries.filter(({ key }) => key !== "name") : [];
  const readings = entries.map((entry) => {
    if (NAMED_FIELDS.includes(entry.key)) return readNamed(entry, { keepEqual });
    const { field, problems } = readField(entry, sweptSchema(entry.key), {
      path: entry.key,
      keepEqual,
    });
    return { fields: field ? [field] : [], problems };
  });
  return {
    fields: readings.flatMap(({ fields }) => fields.map((field) => givenBy(by, field))),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function givenBy(by: RuleTitle, field: WrittenField): WrittenField {
  return { ...field, values: field.values.map((value) => ({ ...value, by })) };
}

/** Returns fields that have one value each as cells, and what is wrong with those that have several. */
export function toCells(fields: readonly WrittenField[]): { cells: Cells; problems: Problem[] } {
  const swept = fields.filter(({ values }) => values.length > 1);
  const problems = swept.map(({ path, keyPlace, values }) => {
    const rule = { subject: path, verb: "must have", allowed: "one value in a rule", found: values.length };
    return errorAt(keyPlace, statement("misplaced-axis", rule, "Write a rule for each value"));
  });
  return { cells: Object.fromEntries(fields.map(({ path, values }) => [path, values[0]!])), problems };
}
