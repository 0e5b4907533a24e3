import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  differentUnits,
  findWriting,
  writtenNumber,
  type NumberWriting,
} from "../../../src/data/table/reading/writing/cell-writing.ts";
import {
  dateNumber,
  dateOrdersOf,
  isAmbiguous,
  type DatePart,
} from "../../../src/data/table/reading/writing/date-writing.ts";
import { momentIn } from "../../../src/data/table/reading/writing/moment-in.ts";
import { unreadDates } from "../../../src/data/table/reading/writing/unread-dates.ts";

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
  [["(1,250.50)", "3,000.00"], { unit: ["", ""], thousands: true }],
  [["\u22125", "7"], { unit: ["", ""], thousands: false }],
  [["12,34,567", "5,100"], { thousands: true, mark: "." }],
  [["red", "blue"], undefined],
  [["18-25", "26-35"], undefined],
  [["N1", "N2"], undefined],
])("findWriting(%j)", (texts, writing) => {
  if (writing) expect(findWriting(texts)).toMatchObject(writing);
  else expect(findWriting(texts)).toBeUndefined();
});

test("dates are ISO, German, American or have a month's name, and their parts those of the calendar", () => {
  expect(dateOrdersOf(["2024-01-31", "2023-12-01"])).toEqual(["ymd"]);
  expect(dateOrdersOf(["31.12.2024", "01.02.2023"])).toEqual(["dmy"]);
  expect(dateOrdersOf(["12/31/2024", "01/02/2023"])).toEqual(["mdy"]);
  expect(dateOrdersOf(["Jun 12 1998", "1 May 2003"])).toEqual(["named"]);
  expect(dateOrdersOf(["12-34-56", "1.2"])).toEqual([]);
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

test.each([
  ["Jun 12 1998", undefined],
  ["12 Jun 1998", undefined],
  ["June 12, 1998", undefined],
  ["Friday, June 12th, 1998", undefined],
  ["12-JUN-1998", undefined],
  ["12JUN1998", undefined],
  ["1998/Jun/12", undefined],
  ["12. June 1998", undefined],
  ["12th of June, 1998", undefined],
  ["Jun 12, 1998 3:30 PM", 15.5],
  ["Jun 12, 1998, 12:15 a.m.", 0.25],
  ["June 12, 1998 at 9:00", 9],
  ["12JUN1998:14:30:00", 14.5],
  ["12/Jun/1998:14:30:00 +0200", 14.5],
  ["Fri, 12 Jun 1998 14:30:00 GMT", 14.5],
  ["Fri Jun 12 14:30:00 +0000 1998", 14.5],
])("the date in %j has a month's name", (text, hour) => {
  expect(momentIn(text, "named")).toEqual({
    year: 1998,
    month: 6,
    day: 12,
    ...(hour !== undefined && { hour }),
  });
});

test.each([
  "12 Juin 1998",
  "12 Jun 98",
  "31 Jun 1998",
  "June 1998",
  "Jun 12 1998 25:00",
  "12 Junes 1998",
  "Jun 12 1998 13:00 PM",
])("%j is no date", (text) => expect(momentIn(text, "named")).toBeUndefined());

test("what cannot be read as a date is told by its cause", () => {
  expect(unreadDates(["12.06.98", "1.1.99"])).toBe("dates with years of two digits");
  expect(unreadDates(["12-Jun-98", "01-Jan-99 10:00"])).toBe("dates with years of two digits");
  expect(unreadDates(["12 juin 1998", "3 août 1999"])).toBe(
    "dates with names of months that are not English",
  );
  expect(unreadDates(["12 de junio de 1998", "3. März 1999"])).toBe(
    "dates with names of months that are not English",
  );
  expect(unreadDates(["June 1998", "2024-01"])).toBe("dates without a day");
  expect(unreadDates(["12:30", "1:05 pm"])).toBe("times without a date");
  expect(unreadDates(["red", "blue"])).toBeUndefined();
});

test("a day that may be the month is ambiguous, with points it is German", () => {
  expect(isAmbiguous(["01/02/2024", "03/04/2024"])).toBe(true);
  expect(isAmbiguous(["01/02/2024", "13/04/2024"])).toBe(false);
  expect(isAmbiguous(["01.02.2024", "03.04.2024"])).toBe(false);
  expect(isAmbiguous(["02/02/2024"])).toBe(false);
});

test.each<[string, boolean, number]>([
  ["(1,250.50)", true, -1250.5],
  ["($5)", false, NaN],
  ["\u22125.5", false, -5.5],
  ["12,34,567", true, 1234567],
  ["1,23,45,678.9", true, 12345678.9],
  ["123,45,678", true, NaN],
  ["1,2345", true, NaN],
])("%j with thousands %j is %j", (text, thousands, number) => {
  expect(writtenNumber(text, { ...plain, thousands })).toBe(number);
});

test("compact dates are those of year, month and day", () => {
  expect(momentIn("20240229", "ymd")).toEqual({ year: 2024, month: 2, day: 29 });
  expect(momentIn("20241301", "ymd")).toBeUndefined();
  expect(momentIn("20240229", "dmy")).toBeUndefined();
});

test("numbers of several units are told from those of one, and from other texts", () => {
  const amounts = Array.from({ length: 20 }, (_, i) => `${i}.5`);
  expect(differentUnits(amounts.map((amount, i) => `${amount} ${i % 2 ? "kg" : "g"}`))).toEqual(["g", "kg"]);
  expect(differentUnits(amounts.map((amount, i) => `${i % 2 ? "$" : "€"}${amount}`))).toEqual(["€", "$"]);
  expect(differentUnits(amounts.map((amount) => `${amount} kg`))).toBeUndefined();
  expect(differentUnits(amounts.map((_, i) => `room ${i} b`))).toBeUndefined();
});
