import { isBroken, type Draft } from "../../fields/draft.ts";
import type { PlacedValue } from "../../fields/read-field.ts";
import { entryOf, toData } from "../../spec-node.ts";

/** Returns the words below `metrics` with their places; undefined where they are wrong already. */
export function requestedMetrics({ root, broken }: Draft): readonly PlacedValue[] | undefined {
  if (isBroken("metrics", broken)) return undefined;
  const listed = entryOf(root, "metrics")?.value;
  if (listed?.kind !== "list") return [];
  return listed.items.map((item) => ({ value: toData(item) as string, place: item.place }));
}
