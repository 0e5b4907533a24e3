import { expect, test } from "vitest";
import { consecutiveParts } from "../../src/data/consecutive-parts.ts";

test("consecutiveParts() numbers training, validation and test rows in sequence", () => {
  expect(consecutiveParts({ train: 3, validation: 2, test: 1 })).toEqual({
    train: Uint32Array.of(0, 1, 2),
    validation: Uint32Array.of(3, 4),
    test: Uint32Array.of(5),
  });
});

test("consecutiveParts() leaves an absent part empty", () => {
  expect(consecutiveParts({ train: 1, validation: 0, test: 1 })).toEqual({
    train: Uint32Array.of(0),
    validation: new Uint32Array(0),
    test: Uint32Array.of(1),
  });
});
