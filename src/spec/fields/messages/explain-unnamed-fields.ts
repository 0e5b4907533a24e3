import { isSweptPath } from "../../../fields/experiment-schema.ts";
import { errorAt } from "../../source-text.ts";
import { quoteNode, type Entry } from "../../spec-node.ts";
import type { Finding } from "./finding.ts";

/** Groups of fields below `sweep`, and a name that one could have. */
const GROUP_NAMES: ReadonlyMap<string, string> = new Map([
  ["sweep.zip", "budget"],
  ["sweep.variants", "deep"],
]);

/** Tells whether an entry of the map at a path is a field where only named groups of fields may stand. */
export function isUnnamedField({ key, value }: Entry, path: string): boolean {
  return GROUP_NAMES.has(path) && value.kind !== "map" && isSweptPath(key);
}

/** Returns that such fields lack the name of their group: once for all of them. */
export function explainUnnamedFields(fields: readonly Entry[], path: string): Finding[] {
  const [first] = fields;
  if (!first) return [];
  const written = fields.map(({ key, value }) => `${key}: ${quoteNode(value)}`).join(", ");
  const found = fields.map(({ key }) => key).join(", ");
  const message = `Cannot read ${path} as a group of fields must have a name: ${found}`;
  const hint = `Write ${GROUP_NAMES.get(path)}: {${written}}`;
  return [{ path, problem: errorAt(first.keyPlace, { code: "missing-key", message, hint }) }];
}
