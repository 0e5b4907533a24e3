import type { Draft } from "../../fields/draft.ts";
import { lineText } from "../../place-text.ts";
import { entryAt, toData } from "../../spec-node.ts";

/** How many configurations a grid may have. */
export interface GridLimit {
  readonly most: number;
  /** What to do to have more: "raise --limit". */
  readonly advice: string;
}

/** Returns the limit of a spec: its own, `sweep.limit`, where that is lower than what the caller allows. */
export function gridLimit({ root }: Draft, allowed: number): GridLimit {
  const own = entryAt(root, "sweep.limit")?.value;
  const most = own ? Number(toData(own)) : Infinity;
  if (!own || most > allowed) return { most: allowed, advice: "raise --limit" };
  return { most, advice: `raise sweep.limit (${lineText(own.place, root.place.source.file)})` };
}
