/** Returns the values of `under` with those of `over` in their place; a whole data set replaces every option, too. */
export function layOver<Value>(
  under: Readonly<Record<string, Value>>,
  over: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  if (!("dataset" in over)) return { ...under, ...over };
  const kept = Object.entries(under).filter(([path]) => !path.startsWith("dataset."));
  return { ...Object.fromEntries(kept), ...over };
}
