import type { Draft } from "../fields/draft.ts";
import type { Rules } from "./read-rules.ts";

/** Fields that have no default: every configuration must be given them. */
export const REQUIRED_FIELDS: readonly string[] = ["dataset", "architecture.hidden", "eta", "epochs"];

/**
 * Returns whether a spec is but a list of configurations: it varies nothing, and lacks a field that `include` gives.
 */
export function isList({ fields }: Draft, { zips, variants, include }: Rules): boolean {
  const isGrid =
    zips.length + variants.length > 0 || [...fields.values()].some(({ values }) => values.length > 1);
  const missing = REQUIRED_FIELDS.filter((path) => !fields.has(path));
  return (
    !isGrid &&
    missing.length > 0 &&
    include.length > 0 &&
    include.every(({ cells }) => missing.every((path) => path in cells))
  );
}
