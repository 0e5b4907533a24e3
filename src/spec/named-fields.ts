/** Fields whose value is a name with options, which are fields of their own: `optimizer` and `optimizer.l2`. */
export const NAMED_FIELDS: readonly string[] = ["function", "dataset", "optimizer", "schedule"];

/** Returns the field that a path is an option of, `dataset` for `dataset.noise`; undefined for any other path. */
export function namedFieldOf(path: string): string | undefined {
  return NAMED_FIELDS.find((field) => path.startsWith(`${field}.`));
}
