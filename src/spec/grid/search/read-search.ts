import { entryAt, entryOf, toFile, type SpecNode } from "../../spec-node.ts";
import type { Search } from "../../sweep.ts";

/** Returns the search of a spec, if it has one. */
export function readSearch(root: SpecNode): Search | undefined {
  const entry = entryAt(root, "sweep.search");
  const { search } = toFile(root).sweep ?? {};
  if (!entry || !search) return undefined;
  const { replicates } = toFile(root);
  const seed = typeof replicates === "object" ? (replicates.baseSeed ?? 0) : 0;
  const place = entry.keyPlace;
  return { ...search, seed, place, sizePlace: entryOf(entry.value, "configurations")?.value.place ?? place };
}
