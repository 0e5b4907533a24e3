import { kindOf } from "../kind-of.ts";
import { REQUIRED_FIELDS } from "../../../fields/kinds.ts";
import type { Draft } from "../../fields/draft.ts";
import type { Rules } from "./read-rules.ts";

/**
 * Returns whether a spec is only a list of configurations: it varies nothing, and `include` gives a field that it needs.
 */
export function isList({ root, fields }: Draft, { zips, variants, include }: Rules): boolean {
  const isGrid =
    zips.length + variants.length > 0 || [...fields.values()].some(({ values }) => values.length > 1);
  const missing = REQUIRED_FIELDS[kindOf(root)].filter((path) => !fields.has(path));
  return (
    !isGrid &&
    missing.length > 0 &&
    include.length > 0 &&
    include.every(({ cells }) => missing.every((path) => path in cells))
  );
}
