import * as fc from "fast-check";
import { expect, test } from "vitest";
import { roundQuotient, roundToDigits, toDecimal, toNumber } from "../../../src/fields/decimal.ts";

const RUNS = { seed: 23, numRuns: 300 };

test("toDecimal() and toNumber() return every finite number unchanged", () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
  fc.assert(
    fc.property(finite, (x) => {
      expect(toNumber(toDecimal(x))).toBe(x);
    }),
    RUNS,
  );
});

test("roundToDigits() agrees with toPrecision where no tie is near", () => {
  const x = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(x, fc.integer({ min: 1, max: 15 }), (x, digits) => {
      fc.pre(!String(x).endsWith("5"));
      expect(roundToDigits(x, digits)).toBe(Number(x.toPrecision(digits)));
    }),
    RUNS,
  );
});

test("roundQuotient() rounds halves away from zero, and carries", () => {
  expect(roundQuotient(25n, 10n, 0, 1)).toBe(3);
  expect(roundQuotient(-25n, 10n, 0, 1)).toBe(-3);
  expect(roundQuotient(9995n, 1n, -1, 3)).toBe(1000);
  expect(roundQuotient(2n, 3n, 0, 12)).toBe(0.666666666667);
  expect(roundQuotient(1n, 999999999999999999n, 5, 3)).toBe(1e-13);
  expect(roundQuotient(0n, 7n, 0, 3)).toBe(0);
});
