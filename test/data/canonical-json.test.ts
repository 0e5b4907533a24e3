import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../src/data/canonical-json.ts";

test("canonicalJson() writes the example of RFC 8785, section 3.2.2", () => {
  const value = {
    numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("canonicalJson() sorts keys by UTF-16 code unit, as in RFC 8785, section 3.2.3", () => {
  const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, "\u00f6": 7 };
  expect(canonicalJson(value)).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
  );
});

test("canonicalJson() gives one text for every order of keys, and it parses back", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      const text = canonicalJson(value);
      expect(canonicalJson(reversed)).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("canonicalJson() writes minus zero as 0", () => {
  expect(canonicalJson([-0])).toBe("[0]");
});

test.each([NaN, Infinity, undefined, [undefined], { a: undefined }, () => 1, 1n, "\ud800", new Map()])(
  "canonicalJson() refuses what JSON has no form for: %s",
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);
