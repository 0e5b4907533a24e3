import { NAMED_FIELDS, namedFieldOf } from "../../fields/kinds.ts";

/** Returns the values of `under` with those of `over` in their place; a whole data set replaces its options, too. */
export function layOver<Value>(
  under: Readonly<Record<string, Value>>,
  over: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  if (!NAMED_FIELDS.some((field) => field in over)) return { ...under, ...over };
  const kept = Object.entries(under).filter(([path]) => {
    const field = namedFieldOf(path);
    return field === undefined || !(field in over);
  });
  return { ...Object.fromEntries(kept), ...over };
}
