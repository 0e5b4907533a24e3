import type { DataFolder } from "../../data/source.ts";
import { fieldAt } from "../../fields/kinds.ts";
import { defaultValue } from "../../fields/defaults.ts";
import type { FieldPath, ValueAt } from "../../fields/configuration.ts";
import { schemaAt } from "../../fields/experiment-schema.ts";
import type { Finding } from "./messages/finding.ts";
import { NAMED_FIELDS } from "../../fields/kinds.ts";
import type { Problem } from "../problem.ts";
import { readNamed } from "./read-named.ts";
import { readField, type WrittenField } from "./read-field.ts";
import type { Cell } from "../sweep.ts";
import type { Entry, SpecNode } from "../spec-node.ts";

/** A spec whose fields have been read one by one, for the checks across fields. Some may be unreadable. */
export interface Draft {
  readonly root: SpecNode;
  /** What is written and readable, by dotted path, in document order. */
  readonly fields: ReadonlyMap<string, WrittenField>;
  /** Dotted paths of fields that have a problem; no other is reported for them. */
  readonly broken: readonly string[];
  /** Where the files of its data sets are. */
  readonly folder: DataFolder;
}

/** Returns the readable fields of a spec, and the problems of the others. */
export function readDraft(
  root: SpecNode,
  findings: readonly Finding[],
  folder: DataFolder,
): { draft: Draft; problems: Problem[] } {
  const broken = findings.flatMap(({ path, holds = [] }) => [path, ...holds]);
  const fields = new Map<string, WrittenField>();
  const problems: Problem[] = [];
  for (const { path, entry } of writtenFields(root, "")) {
    if (isBroken(path, broken)) continue;
    const reading = NAMED_FIELDS.includes(path) ? readNamed(entry) : readOne(entry, path);
    for (const field of reading.fields) fields.set(field.path, field);
    for (const problem of reading.problems) problems.push(problem); // a spread overflows the stack
    if (reading.problems.some(({ severity }) => severity === "error")) broken.push(path);
  }
  return { draft: { root, fields, broken, folder }, problems };
}

/** Returns the values of a field, its default if it is not written; none if it is broken. */
export function valuesOf<Path extends FieldPath>(
  { fields, broken }: Draft,
  path: Path,
): readonly Cell<ValueAt<Path>>[] {
  if (isBroken(path, broken)) return [];
  const value = defaultValue(path);
  const values = fields.get(path)?.values ?? (value === undefined ? [] : [{ value }]);
  return values as readonly Cell[] as readonly Cell<ValueAt<Path>>[]; // the schema, of which the type is made, fits
}

/** Returns whether a path, or something above or below it, is wrong already. */
export function isBroken(path: string, broken: readonly string[]): boolean {
  return broken.some(
    (other) => path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`),
  );
}

function* writtenFields(node: SpecNode, parent: string): Generator<{ path: string; entry: Entry }> {
  if (node.kind !== "map") return;
  for (const entry of node.entries) {
    const path = parent + entry.key;
    if (fieldAt(path)) yield { path, entry };
    else yield* writtenFields(entry.value, `${path}.`);
  }
}

function readOne(entry: Entry, path: string): { fields: WrittenField[]; problems: Problem[] } {
  const { field, problems } = readField(entry, schemaAt(path), { path });
  return { fields: field ? [field] : [], problems };
}
