import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findWriting,
  writtenNumber,
  type NumberWriting,
} from "../../../src/data/table/reading/writing/cell-writing.ts";
import {
  dateNumber,
  dateOrderOf,
  type DatePart,
} from "../../../src/data/table/reading/writing/date-writing.ts";

const plain = { kind: "number", mark: ".", thousands: false, unit: ["", ""] } as const;

describe("writtenNumber()", () => {
  test.each<[string, Partial<NumberWriting>, number]>([
    ["1,234,567.5", { thousands: true }, 1234567.5],
    ["1.234.567,5", { thousands: true, mark: "," }, 1234567.5],
    ["1 234", { thousands: true }, 1234],
    ["1'234", { thousands: true }, 1234],
    ["-12", { thousands: true }, -12],
    ["12,34", { thousands: true }, NaN],
    ["1,2345", { thousands: true }, NaN],
    ["1,234.567,8", { thousands: true }, NaN],
    ["0,18", { mark: "," }, 0.18],
    ["54.0%", { unit: ["", "%"] }, 54],
    ["-$5", { unit: ["$", ""] }, -5],
    ["5 kg", { unit: ["", "kg"] }, 5],
    ["5 g", { unit: ["", "kg"] }, NaN],
    ["5", { unit: ["", "kg"] }, NaN],
    ["€ 1.234,50", { unit: ["€", ""], thousands: true, mark: "," }, 1234.5],
    ["", {}, NaN],
    ["N12", { unit: ["N", ""] }, NaN],
  ])("%j, read by %j, is %d", (text, writing, number) => {
    expect(writtenNumber(text, { ...plain, ...writing })).toBe(number);
  });

  test("reads back every number that is written with marks and a unit", () => {
    const law = fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 0, max: 999 }),
      fc.constantFrom(",", " ", "'", "\u00a0"),
      fc.constantFrom("", "%", " kg"),
      (whole, thousandths, group, unit) => {
        const digits = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, group);
        const text = `${whole < 0 ? "-" : ""}${digits}.${String(thousandths).padStart(3, "0")}${unit}`;
        const writing = { ...plain, thousands: true, unit: ["", unit.trim()] } as const;
        expect(writtenNumber(text, writing)).toBe(
          Number(`${whole < 0 ? "-" : ""}${Math.abs(whole)}.${String(thousandths).padStart(3, "0")}`),
        );
      },
    );
    fc.assert(law, { numRuns: 300 });
  });
});

test.each<[readonly string[], Partial<NumberWriting> | undefined]>([
  [["1,234", "12,345", "999"], { thousands: true, mark: "." }],
  [["0,18", "1,22"], { mark: ",", thousands: false }],
  [["54.0%", "3%"], { unit: ["", "%"] }],
  [["$1,200", "$15"], { unit: ["$", ""], thousands: true }],
  [["red", "blue"], undefined],
  [["18-25", "26-35"], undefined],
  [["N1", "N2"], undefined],
])("findWriting(%j)", (texts, writing) => {
  if (writing) expect(findWriting(texts)).toMatchObject(writing);
  else expect(findWriting(texts)).toBeUndefined();
});

test("dates are ISO, German or American, and their parts those of the calendar", () => {
  expect(dateOrderOf(["2024-01-31", "2023-12-01"])).toBe("ymd");
  expect(dateOrderOf(["31.12.2024", "01.02.2023"])).toBe("dmy");
  expect(dateOrderOf(["12/31/2024", "01/02/2023"])).toBe("mdy");
  expect(dateOrderOf(["12-34-56", "1.2"])).toBeUndefined();
  const days = fc.date({
    min: new Date("1800-01-01T00:00:00Z"),
    max: new Date("2199-12-31T23:59:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (date) => {
      const part = (name: DatePart): number => dateNumber(date.toISOString(), { order: "ymd", part: name });
      expect([part("year"), part("month"), part("day"), part("weekday") % 7]).toEqual([
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
        date.getUTCDay(),
      ]);
      expect(part("hour")).toBe(date.getUTCHours() + date.getUTCMinutes() / 60);
    }),
  );
});
