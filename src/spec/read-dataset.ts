import type { DatasetOptions } from "../data/source.ts";
import { defaultDataset } from "./defaults.ts";
import { datasetSchema, schemaAt } from "./experiment-schema.ts";
import type { Problem } from "./problem.ts";
import { listedNodes, readField, type Field } from "./read-field.ts";
import { errorAt } from "./source-text.ts";
import type { Cells } from "./sweep.ts";
import { entryOf, toData, type Entry, type SpecNode } from "./spec-node.ts";

/**
 * Returns the field `dataset`, every option filled in, and a field for each option that is written, `dataset.noise`
 * and the like. Only the options of a single data set may be axes; then `dataset` has their first values.
 */
export function readDataset(
  entry: Entry,
  { keepEqual = false }: { keepEqual?: boolean } = {},
): { fields: Field[]; problems: Problem[] } {
  const schema = schemaAt("dataset");
  const [only, ...others] = listedNodes(entry.value, schema) ?? [];
  const isList = others.length > 0 || entry.value.kind === "list";
  const options = only && !isList ? readOptions(only) : { fields: [], problems: [] };
  const readValue = (node: SpecNode) => resolve(node, readOptions(node).fields);
  const { field, problems } = readField(entry, schema, { path: "dataset", readValue, keepEqual });
  const nested = isList ? [only!, ...others].flatMap(findNestedAxes) : [];
  const fields = [...(field ? [field] : []), ...options.fields];
  return { fields, problems: [...problems, ...options.problems, ...nested] };
}

function readOptions(node: SpecNode): { fields: Field[]; problems: Problem[] } {
  const entries = node.kind === "map" ? node.entries.filter(({ key }) => key !== "name") : [];
  const { properties } = datasetSchema(nameOf(node));
  const readings = entries.map((entry) =>
    readField(entry, properties![entry.key]!, { path: `dataset.${entry.key}` }),
  );
  return {
    fields: readings.flatMap(({ field }) => field ?? []),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function resolve(node: SpecNode, fields: readonly Field[]): { value: DatasetOptions; options: Cells } {
  const written = fields.map(({ path, values }) => [path.replace("dataset.", ""), values[0]!.value]);
  return {
    value: { ...defaultDataset(nameOf(node)), ...(Object.fromEntries(written) as Record<string, number>) },
    options: Object.fromEntries(fields.map(({ path, values }) => [path, values[0]!])),
  };
}

function findNestedAxes(node: SpecNode): Problem[] {
  const { fields, problems } = readOptions(node);
  const axes = fields.filter(({ values }) => values.length > 1);
  const nested = axes.map(({ path, keyPlace }) =>
    errorAt(keyPlace, {
      message: `Cannot sweep ${path} as it must have one value inside a list of data sets: several found`,
      hint: "Write each data set of the list out",
    }),
  );
  return [...problems, ...nested];
}

function nameOf(node: SpecNode): string {
  return String(toData(entryOf(node, "name")?.value ?? node));
}
