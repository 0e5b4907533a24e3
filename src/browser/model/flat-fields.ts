/** A field of a configuration by its dotted path, and its value as text. */
export type FlatField = readonly [path: string, text: string];

/** Returns every field of a configuration, those of its parts by dotted paths. */
export function flatFields(value: object, prefix = ""): FlatField[] {
  return Object.entries(value).flatMap(([key, field]: [string, unknown]): FlatField[] => {
    const path = `${prefix}${key}`;
    if (typeof field === "object" && field !== null && !Array.isArray(field))
      return flatFields(field, `${path}.`);
    return [[path, typeof field === "string" ? field : JSON.stringify(field)]];
  });
}
