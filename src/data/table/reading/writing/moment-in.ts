/** The order of year, month and day; `named`: any order, as the month is a word. */
export type DateOrder = "ymd" | "dmy" | "mdy" | "named";

/** A date, and perhaps a time of day: 13.5 is 13:30. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A time of day, to the end of a text or, as in "Jun 12 14:30 1998", to a year. Its zone does not count. */
const TIME =
  /(?:^|[\sT:,]+)(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?m\.?)?\s*(?:Z|[A-Z]{3,4}|(?:GMT|UTC)?[-+]\d{2}:?\d{2})?(?=$|\s\d{4}$)/iu;
const NUMBERS = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY = "(\\d{1,2})(?:st|nd|rd|th|\\.)?";
const BETWEEN = "(?:\\s+of\\s+|[-/,\\s]*)";
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/iu;
const DAY_FIRST = new RegExp(`^${DAY}${BETWEEN}${MONTH}${BETWEEN}(\\d{4})$`, "iu");
const MONTH_FIRST = new RegExp(`^${MONTH}${BETWEEN}${DAY}[-/,\\s]+(\\d{4})$`, "iu");
const YEAR_FIRST = new RegExp(`^(\\d{4})${BETWEEN}${MONTH}${BETWEEN}${DAY}$`, "iu");

/** Returns the date that a text spells in an order; undefined where it spells none. Names of months are English. */
export function momentIn(text: string, order: DateOrder): Moment | undefined {
  const trimmed = text.trim();
  const time = TIME.exec(trimmed);
  const hour = time ? hourOf(time) : undefined;
  if (Number.isNaN(hour)) return undefined;
  const date = time ? trimmed.replace(time[0], "").trim() : trimmed;
  const [year, month, day] = (order === "named" ? namedParts(date) : numberedParts(date, order)) ?? [];
  const isDate =
    month !== undefined && month >= 1 && month <= 12 && day! >= 1 && day! <= MONTH_DAYS[month - 1]!;
  return isDate ? { year: year!, month, day: day!, ...(hour !== undefined && { hour }) } : undefined;
}

type Parts = readonly [year: number, month: number, day: number];

/** Years have four digits: of two, the century is not known. */
function numberedParts(text: string, order: Exclude<DateOrder, "named">): Parts | undefined {
  const compact = order === "ymd" ? COMPACT.exec(text) : null;
  if (compact) return [Number(compact[1]), Number(compact[2]), Number(compact[3])];
  const [, first = "", , second = "", third = ""] = NUMBERS.exec(text) ?? [];
  const written = { ymd: [first, second, third], dmy: [third, second, first], mdy: [third, first, second] }[
    order
  ];
  const [year, month, day] = written;
  return year?.length === 4 && day!.length <= 2 ? [Number(year), Number(month), Number(day)] : undefined;
}

function namedParts(text: string): Parts | undefined {
  if (!/[a-z]{3}/i.test(text)) return undefined;
  const date = text.replace(WEEKDAY, "").trim().replace(/,$/, "");
  const parts = (found: RegExpExecArray | null, [year, month, day]: readonly [number, number, number]) =>
    found && ([Number(found[year]), monthOf(found[month]!), Number(found[day])] as const);
  return (
    parts(DAY_FIRST.exec(date), [3, 2, 1]) ??
    parts(MONTH_FIRST.exec(date), [3, 1, 2]) ??
    parts(YEAR_FIRST.exec(date), [1, 2, 3]) ??
    undefined
  );
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Returns the hour of a time, 14.5 for 2:30 PM; NaN where there is none such. */
function hourOf([, hours, minutes, , half]: RegExpExecArray): number {
  const [hour, minute] = [Number(hours), Number(minutes)];
  const isHour = half === undefined ? hour <= 24 : hour >= 1 && hour <= 12;
  if (!isHour || minute > 59) return NaN;
  const whole = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return whole + minute / 60;
}
