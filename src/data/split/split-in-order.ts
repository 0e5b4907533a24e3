import { partsOf, TEST, TRAIN, VALIDATION, type Parts, type SplitPlan } from "./parts.ts";

/** Returns parts of rows as they come: training first, then validation, then test; folds one after the other. */
export function splitInOrder(count: number, { validation, test, fold }: SplitPlan): Parts {
  const bound = (number: number) => Math.round((count * number) / (fold?.of ?? 1));
  const first = fold ? bound(fold.number) : count - Math.round(test * count);
  const end = fold ? bound(fold.number + 1) : count;
  const rest = count - (end - first);
  const train = rest - Math.round(validation * count);
  const parts = new Uint8Array(count);
  let seen = 0;
  for (let row = 0; row < count; row++) {
    const isTest = row >= first && row < end;
    parts[row] = isTest ? TEST : seen++ < train ? TRAIN : VALIDATION;
  }
  return partsOf(parts);
}
