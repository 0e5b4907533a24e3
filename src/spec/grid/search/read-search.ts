import { entryAt, entryOf, toFile, type SpecNode } from "../../spec-node.ts";
import type { Search } from "../../sweep.ts";

/** Returns the search of a spec, if it has one. Its place is that of its size. */
export function readSearch(root: SpecNode): Search | undefined {
  const written = entryAt(root, "sweep.search")?.value;
  const { search } = toFile(root).sweep ?? {};
  if (!written || !search) return undefined;
  const { replicates } = toFile(root);
  const seed = typeof replicates === "object" ? (replicates.baseSeed ?? 0) : 0;
  return { ...search, seed, place: entryOf(written, "configurations")?.value.place ?? written.place };
}
