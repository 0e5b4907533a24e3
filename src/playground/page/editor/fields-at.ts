import type { Text } from "@codemirror/state";
import type { EditorView, Tooltip } from "@codemirror/view";
import { EXPERIMENT_SCHEMA } from "../../../fields/experiment-schema.ts";
import { branchesOf, dereference, propertyOf, type Schema } from "../../../fields/schema/schema.ts";

/** A key at the start of a line of YAML: indentation, perhaps dashes, and the key. */
const KEY = /^(\s*(?:- +)*)([\w.$]+)\s*:/;

/** Returns the keys that a line lies in, from the outside; found by indentation alone, so that it needs no valid YAML. */
export function keysAround(doc: Text, line: number, indent: number): string[] {
  const keys: string[] = [];
  let inside = indent;
  for (let number = line - 1; number > 0 && inside > 0; number--) {
    const [, before, key] = KEY.exec(doc.line(number).text) ?? [];
    if (before === undefined || key === undefined || before.length >= inside) continue;
    keys.unshift(key);
    inside = before.length;
  }
  return keys;
}

/** Returns the schemas that a value below some keys may have; none where a key is not known. */
export function schemasBelow(keys: readonly string[]): readonly Schema[] {
  return keys.reduce<readonly Schema[]>(
    (schemas, key) => schemas.flatMap((schema) => flat(propertyOf(schema, key))),
    flat(EXPERIMENT_SCHEMA),
  );
}

/** Lists are seen through: what holds of a value holds of each of its items. */
function flat(schema: Schema | undefined): readonly Schema[] {
  if (!schema) return [];
  const branches = branchesOf(schema);
  const inItems = branches.flatMap(({ items }) => (items ? branchesOf(items) : []));
  return [...branches, ...inItems].map(dereference);
}

/** Returns the description of a key below others; undefined where it has none. */
export function descriptionOf(keys: readonly string[], key: string): string | undefined {
  const found = schemasBelow(keys).flatMap((schema) => propertyOf(schema, key) ?? []);
  return found.map((schema) => schema.description ?? dereference(schema).description).find(Boolean);
}

/** Returns what the schema says of the field under the pointer. */
export function describeField({ state: { doc } }: EditorView, at: number): Tooltip | null {
  const line = doc.lineAt(at);
  const [, before, key] = KEY.exec(line.text) ?? [];
  if (before === undefined || key === undefined) return null;
  const pos = line.from + before.length;
  const text = descriptionOf(keysAround(doc, line.number, before.length), key);
  if (text === undefined || at < pos || at > pos + key.length) return null;
  return { pos, end: pos + key.length, above: true, create: () => ({ dom: paragraph(text) }) };
}

function paragraph(text: string): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "cm-field";
  dom.textContent = text;
  return dom;
}
