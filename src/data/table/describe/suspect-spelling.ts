import type { TableColumn } from "../reading/table.ts";
import type { Found } from "./suspicion.ts";

/** Returns that categories of a column differ by case alone: they count as different ones. */
export function suspectSpelling({ values, kind }: TableColumn): Found | undefined {
  if (kind !== "category") return undefined;
  const known = new Map<string, string>();
  for (const word of values.words) {
    const other = known.get(word.toLowerCase());
    if (other !== undefined) {
      const message = `${JSON.stringify(other)} and ${JSON.stringify(word)} differ by case alone, so they count as two: spell them alike`;
      return { kind: "spelling", message };
    }
    known.set(word.toLowerCase(), word);
  }
  return undefined;
}
