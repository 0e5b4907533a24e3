import type { DatasetFacts } from "../../data/dataset.ts";

/** Returns whether answers can be drawn all over a plane: two features, and classes. */
export function hasPlane({ features, target }: Pick<DatasetFacts, "features" | "target">): boolean {
  return features === 2 && target.kind === "classes";
}

/** Returns whether answers can be drawn as a curve through examples: one feature, and one number to predict. */
export function hasCurve({
  features,
  target,
  sizes,
}: Pick<DatasetFacts, "features" | "target" | "sizes">): boolean {
  return features === 1 && target.kind === "numbers" && target.count === 1 && sizes.train > 1;
}

/** Returns whether a look at a model shows anything: answers about classes, or a curve. */
export function hasPortrait(facts: Pick<DatasetFacts, "features" | "target" | "sizes">): boolean {
  return facts.target.kind === "classes" || hasCurve(facts);
}
