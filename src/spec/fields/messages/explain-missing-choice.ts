import { branchesOf, type Schema } from "../../../fields/schema/schema.ts";
import { mapTitle } from "../../../fields/field-path.ts";
import type { Finding } from "./finding.ts";
import { errorAt } from "../../source-text.ts";
import type { MapNode } from "../../spec-node.ts";

/** Returns that a map has none of the keys that would tell which of several branches it means, if so. */
export function explainMissingChoice({ entries, place }: MapNode, schema: Schema, path: string): Finding[] {
  const present = entries.map(({ key }) => key);
  const possible = branchesOf(schema).filter(({ properties = {} }) => {
    return present.every((key) => Object.hasOwn(properties, key));
  });
  const lacking = possible.map(({ required = [] }) => required.filter((key) => !present.includes(key)));
  const choices = [...new Set(lacking.flat())];
  if (choices.length < 2 || lacking.some((keys) => keys.length === 0)) return [];
  const message = `${mapTitle(path)} must have one of the keys ${choices.join(", ")}`;
  return [{ path, problem: errorAt(entries[0]?.keyPlace ?? place, { code: "missing-key", message }) }];
}
