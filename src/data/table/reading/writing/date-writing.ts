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

export type DateOrder = "ymd" | "dmy" | "mdy";

const ORDERS: readonly DateOrder[] = ["ymd", "dmy", "mdy"];
const DATE =
  /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:Z|[-+]\d{2}:?\d{2})?)?$/;
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Returns a part of the date that a text spells; NaN where it spells none. Days of the week count from Monday, 1. */
export function dateNumber(text: string, { order, part }: Pick<DateWriting, "order" | "part">): number {
  const date = DATE.exec(text.trim());
  if (!date) return NaN;
  const [first, second, third] = [Number(date[1]), Number(date[3]), Number(date[4])];
  const [year, month, day] =
    order === "ymd"
      ? [first, second, third]
      : order === "dmy"
        ? [third, second, first]
        : [third, first, second];
  const digits = (order === "ymd" ? date[1]! : date[4]!).length;
  const isDate = digits === 4 && month >= 1 && month <= 12 && day >= 1 && day <= MONTH_DAYS[month - 1]!;
  if (!isDate) return NaN;
  if (part === "hour") return Number(date[5] ?? 0) + Number(date[6] ?? 0) / 60;
  return { year, month, day, weekday: weekdayOf(year, month, day) }[part];
}

/** Source: Sakamoto's method, comp.lang.c (1992), with Sunday as 7. */
function weekdayOf(year: number, month: number, day: number): number {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  const weekday =
    (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shifts[month - 1]! + day) % 7;
  return weekday === 0 ? 7 : weekday;
}

/** Returns the order in which texts are dates, all but a few of them; undefined where they are none. */
export function dateOrderOf(texts: readonly string[]): DateOrder | undefined {
  const counts = ORDERS.map(
    (order) => texts.filter((text) => !Number.isNaN(dateNumber(text, { order, part: "year" }))).length,
  );
  const most = Math.max(...counts);
  return texts.length > 0 && most >= texts.length * 0.9 ? ORDERS[counts.indexOf(most)] : undefined;
}

/** Returns whether a text has a time of day. */
export function hasTime(text: string): boolean {
  return DATE.exec(text.trim())?.[5] !== undefined;
}
