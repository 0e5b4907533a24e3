import { expect, it } from "vitest";
import { replicatesText } from "../../../src/browser/model/replicates-text.ts";

/** Returns the trials of settings that have so many replicates. */
function trialsOf(counts: readonly number[]): { configuration: number; replicate: number }[] {
  return counts.flatMap((count, configuration) =>
    Array.from({ length: count }, (_, replicate) => ({ configuration, replicate })),
  );
}

it("replicatesText() counts replicates of settings, not folds, and gives the range of a race", () => {
  expect(replicatesText(trialsOf([2, 2, 2]))).toBe("2 replicates");
  expect(replicatesText(trialsOf([1]))).toBe("1 replicate");
  expect(replicatesText(trialsOf([12, 3, 6]))).toBe("3 to 12 replicates");
  const folds = [...trialsOf([2, 2]), ...trialsOf([2, 2]), ...trialsOf([2, 2])];
  expect(replicatesText(folds)).toBe("2 replicates");
});
