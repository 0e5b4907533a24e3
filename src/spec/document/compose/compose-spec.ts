import type { System } from "../../../files/system.ts";
import { applySetting } from "./apply-setting.ts";
import { extendSpec, type Composition } from "./extend-spec.ts";
import { followReferences } from "./follow-references.ts";
import type { Problem } from "../../problem.ts";
import type { ReadText } from "../yaml/read-text.ts";
import type { SpecNode } from "../../spec-node.ts";

/**
 * Returns a spec with everything that it is made of: the files it extends below it, the arguments of the command
 * line over it, and then its references followed.
 */
export function composeSpec(
  root: SpecNode,
  file: string,
  { set, readText, system }: { set: readonly string[]; readText: ReadText; system: System },
): Composition {
  const problems: Problem[] = [];
  const keep = (composition: Composition): SpecNode => {
    problems.push(...composition.problems);
    return composition.root;
  };
  let composed = keep(extendSpec(root, file, { readText, system }));
  for (const setting of set) composed = keep(applySetting(composed, setting, system.folderOf(file)));
  return { root: keep(followReferences(composed)), problems };
}
