import { fillOptions } from "../../data/fill-options.ts";
import type { NamedOptions } from "../../fields/tables/field.ts";
import { defaultOptions } from "../../fields/defaults.ts";
import { namedSchema, schemaAt } from "../../fields/experiment-schema.ts";
import type { Problem } from "../problem.ts";
import { listedNodes, readField, type WrittenField } from "./read-field.ts";
import { errorAt } from "../source-text.ts";
import type { Cells } from "../sweep.ts";
import { entryOf, type Entry, type SpecNode } from "../spec-node.ts";
import { statement } from "../../statement.ts";

/**
 * Returns a field whose values are names with options, such as `dataset`, every option filled in, and a field for each
 * option that is written, `dataset.noise` and the like. Only the options of a single name may be axes; then the field
 * itself has their first values.
 *
 * @param options.keepEqual Equal values stay.
 */
export function readNamed(
  entry: Entry,
  { keepEqual = false }: { readonly keepEqual?: boolean } = {},
): { fields: WrittenField[]; problems: Problem[] } {
  const path = entry.key;
  const schema = schemaAt(path);
  const [only, ...others] = listedNodes(entry.value, schema) ?? [];
  const isList = others.length > 0 || entry.value.kind === "list";
  const options = only && !isList ? readOptions(only, path) : { fields: [], problems: [] };
  const readValue = (node: SpecNode) => resolve(node, path, readOptions(node, path).fields);
  const { field, problems } = readField(entry, schema, { path, readValue, keepEqual });
  const nested = isList ? [only!, ...others].flatMap((node) => findNestedAxes(node, path)) : [];
  const fields = [...(field ? [field] : []), ...options.fields];
  return { fields, problems: [...problems, ...options.problems, ...nested] };
}

function readOptions(node: SpecNode, field: string): { fields: WrittenField[]; problems: Problem[] } {
  const entries = node.kind === "map" ? node.entries.filter(({ key }) => key !== "name") : [];
  const { properties } = namedSchema(nameOf(node));
  const readings = entries.map((entry) =>
    readField(entry, properties![entry.key]!, { path: `${field}.${entry.key}` }),
  );
  return {
    fields: readings.flatMap(({ field }) => field ?? []),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function resolve(
  node: SpecNode,
  field: string,
  fields: readonly WrittenField[],
): { value: NamedOptions; options: Cells } {
  const written = fields.map(({ path, values }) => [optionName(path), values[0]!.value]);
  const value: NamedOptions = {
    ...defaultOptions(nameOf(node)),
    ...(Object.fromEntries(written) as Record<string, number>),
  };
  const options: Cells = Object.fromEntries(fields.map(({ path, values }) => [path, values[0]!]));
  if (field !== "dataset") return { value, options };
  return { value: fillOptions(value, (option) => `${field}.${option}` in options), options };
}

function findNestedAxes(node: SpecNode, field: string): Problem[] {
  const { fields, problems } = readOptions(node, field);
  const axes = fields.filter(({ values }) => values.length > 1);
  const nested = axes.map(({ path, keyPlace, values }) =>
    errorAt(
      keyPlace,
      statement(
        "misplaced-axis",
        { subject: path, verb: "must have", allowed: "one value inside a list", found: values.length },
        "Write an item of the list for each value",
      ),
    ),
  );
  return [...problems, ...nested];
}

function optionName(path: string): string {
  return path.split(".").at(-1)!;
}

function nameOf(node: SpecNode): string {
  const name = entryOf(node, "name")?.value ?? node;
  return name.kind === "scalar" ? String(name.value) : "expression"; // which alone need not be named
}
