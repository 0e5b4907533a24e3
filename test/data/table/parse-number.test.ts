import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseNumber } from "../../../src/data/table/reading/parse-number.ts";

const [POINT, COMMA] = [0x2e, 0x2c];

function parse(text: string, mark = POINT): number {
  const bytes = Buffer.from(`,${text},`);
  return parseNumber(bytes, 1, bytes.length - 1, mark);
}

test("parseNumber() rounds every number as Number does, however it is written", () => {
  const digits = fc.stringMatching(/^[-+]?\d{1,25}(\.\d{0,30})?([eE][-+]?\d{1,3})?$/);
  const written = fc.oneof(digits, fc.double({ noNaN: true, noDefaultInfinity: true }).map(String));
  fc.assert(
    fc.property(written, (text) => Object.is(parse(text), Number(text))),
    { numRuns: 3000 },
  );
});

test("parseNumber() takes a comma for the point where it is told to, and then no point", () => {
  expect(parse("-3,25", COMMA)).toBe(-3.25);
  expect(parse("1,5e3", COMMA)).toBe(1500);
  expect(parse("3.25", COMMA)).toBeNaN();
  expect(parse("3,25")).toBeNaN();
});

test.each([
  "",
  " ",
  "-",
  ".",
  "1.2.3",
  "1e",
  "1e+",
  "0x10",
  "1_000",
  "1 2",
  "Infinity",
  "NaN",
  "abc",
  "--1",
  "1-",
  "٣",
])("parseNumber() finds no number in %j", (text) => expect(parse(text)).toBeNaN());

test.each([
  [" 7 ", 7],
  ["\t-0.5", -0.5],
  [".5", 0.5],
  ["5.", 5],
  ["+1", 1],
  ["1e400", Infinity],
  ["9007199254740993", 9007199254740992],
  ["0.1000000000000000055511151231257827", 0.1],
])("parseNumber() reads %j", (text, number) => expect(parse(text)).toBe(number));
