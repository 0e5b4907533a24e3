import type { Draft } from "../fields/draft.ts";
import type { Rules } from "./rules/read-rules.ts";
import { entryAt, entryOf } from "../spec-node.ts";

/**
 * Returns the paths of all fields and the names of all zip groups in the order in which they vary, the last one
 * fastest: that of the document. What only rules name has the place of `sweep`.
 */
export function gridOrder({ root, fields }: Draft, rules: Rules): readonly string[] {
  if (root.kind !== "map") return [];
  const written = [...fields.keys()];
  return root.entries.flatMap(({ key }) => {
    if (key !== "sweep") return written.filter((path) => path === key || path.startsWith(`${key}.`));
    const swept = entryOf(root, "sweep")!.value;
    const keys = swept.kind === "map" ? swept.entries.map((entry) => entry.key) : [];
    const names = { zip: zipNames(rules), variants: variantPaths(rules) };
    return keys
      .flatMap((rule) => (rule === "zip" || rule === "variants" ? names[rule] : []))
      .filter((name) => entryAt(root, name) === undefined || !fields.has(name));
  });
}

function zipNames({ zips }: Rules): string[] {
  return zips.map(({ column }) => column);
}

function variantPaths({ variants }: Rules): string[] {
  return [...new Set(variants.flatMap(({ fields }) => fields.map(({ path }) => path)))];
}
