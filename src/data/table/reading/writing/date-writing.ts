import { momentIn, type DateOrder } from "./moment-in.ts";

/** A part of a date, as a number. */
export type DatePart = "year" | "month" | "day" | "weekday" | "hour";

/** In the order of the columns that they become; hours only where there are some. */
export const DATE_PARTS: readonly DatePart[] = ["year", "month", "day", "weekday", "hour"];

/** Dates of which a column takes one part. */
export interface DateWriting {
  readonly kind: "date";
  /** The column that holds them. */
  readonly column: string;
  readonly order: DateOrder;
  readonly part: DatePart;
}

/** In which parts of a date may come; where several fit, the first is taken. */
export const DATE_ORDERS: readonly DateOrder[] = ["ymd", "dmy", "mdy", "named"];

/** Returns a part of the date that a text spells; NaN where it spells none. Days of the week count from Monday, 1. */
export function dateNumber(text: string, { order, part }: Pick<DateWriting, "order" | "part">): number {
  const moment = momentIn(text, order);
  if (!moment) return NaN;
  const { year, month, day, hour = 0 } = moment;
  return { year, month, day, weekday: weekdayOf(year, month, day), hour }[part];
}

/** Source: Sakamoto's method, comp.lang.c (1992), with Sunday as 7. */
function weekdayOf(year: number, month: number, day: number): number {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  const weekday =
    (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shifts[month - 1]! + day) % 7;
  return weekday === 0 ? 7 : weekday;
}

/** Returns the orders in which texts are dates, all but a few of them, those that most are first. */
export function dateOrdersOf(texts: readonly string[]): DateOrder[] {
  const counts = DATE_ORDERS.map((order) => ({
    order,
    count: texts.filter((text) => momentIn(text, order) !== undefined).length,
  }));
  return counts
    .filter(({ count }) => texts.length > 0 && count >= texts.length * 0.9)
    .sort((a, b) => b.count - a.count)
    .map(({ order }) => order);
}

/** Whether texts could be dates with the month first as well as with the day first. */
export function isAmbiguous(texts: readonly string[]): boolean {
  const orders = dateOrdersOf(texts);
  if (!orders.includes("dmy") || !orders.includes("mdy")) return false;
  return texts.some(
    (text) => !text.includes(".") && momentIn(text, "dmy")?.day !== momentIn(text, "mdy")?.day,
  );
}

/** Returns whether a text has a time of day. */
export function hasTime(text: string, order: DateOrder): boolean {
  return momentIn(text, order)?.hour !== undefined;
}
