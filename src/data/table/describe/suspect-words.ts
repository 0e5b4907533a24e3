import { POINT } from "../reading/table-format.ts";
import type { TableColumn } from "../reading/table.ts";
import { differentUnits, findWriting, type NumberWriting } from "../reading/writing/cell-writing.ts";
import { dateOrdersOf, isAmbiguous } from "../reading/writing/date-writing.ts";
import { momentIn } from "../reading/writing/moment-in.ts";
import { TIMES, unreadDates } from "../reading/writing/unread-dates.ts";
import type { Subject } from "./subject.ts";
import type { Found } from "./suspicion.ts";

/** Different words by which a column is judged. */
const MOST_WORDS = 2000;
/** Fewer are categories, even if they look like numbers: 18-25, 5 km. */
const FEWEST_WORDS = 10;

/** How texts are to be read that are no categories. */
interface OtherReading {
  readonly kind: "dates" | "ambiguousDates" | "unreadDates" | "unreadNumbers" | "writtenNumbers";
  /** What they are. */
  readonly what: string;
  readonly options: readonly string[];
  /** What to write. */
  readonly hint: string;
}

/** Returns that texts are numbers in another writing, or dates, and the options that read them so. */
export function suspectWords({ column, format }: Subject): Found | undefined {
  const reading = otherReading(column) ?? compactDates(column);
  if (!reading) return suspectGroups({ column, format });
  const { kind, what, options, hint } = reading;
  return { kind, message: `${what}: ${hint[0]!.toLowerCase()}${hint.slice(1)}`, options };
}

/** Returns how the texts of a column are to be read, if they are dates or numbers in another writing. */
export function otherReading(column: TableColumn): OtherReading | undefined {
  if (column.kind === "number") return undefined;
  const { values, name } = column;
  const words = values.words.slice(0, MOST_WORDS);
  if (words.length < FEWEST_WORDS) return undefined;
  const shown = `(${words
    .slice(0, 2)
    .map((word) => JSON.stringify(word))
    .join(", ")}), taken for ${values.words.length} categories`;
  if (dateOrdersOf(words).length > 0) {
    const hint = `Write dates: [${name}] to learn from year, month, day and weekday`;
    return isAmbiguous(words)
      ? {
          kind: "ambiguousDates",
          what: `dates that fit day/month as well as month/day ${shown}`,
          options: ["dates"],
          hint: `${hint}, day first; write them as 2024-12-31 if the month comes first`,
        }
      : { kind: "dates", what: `dates ${shown}`, options: ["dates"], hint };
  }
  const unread = unreadDates(words);
  if (unread !== undefined)
    return {
      kind: "unreadDates",
      what: `${unread} ${shown}`,
      options: [],
      hint:
        unread === TIMES
          ? `Write hours as numbers such as 13.5, or name ${name} below ignore`
          : `Write them as 2024-12-31 and name ${name} below dates, or below ignore`,
    };
  const writing = findWriting(words);
  if (!writing) {
    const units = differentUnits(words);
    if (!units) return undefined;
    const hint = `Bring them to one unit, or name ${name} below ignore`;
    return { kind: "unreadNumbers", what: `numbers of different units ${shown}`, options: [], hint };
  }
  const options = optionsFor(writing);
  const hint = `Write ${options.map((option) => `${option}: [${name}]`).join(" and ")}`;
  return { kind: "writtenNumbers", what: `numbers in another writing ${shown}`, options, hint };
}

/** Returns options that read the texts among the numbers of a column as numbers, if they are such in another writing. */
export function otherWriting(texts: readonly string[]): readonly string[] | undefined {
  const writing = findWriting(texts);
  return writing && writing.unit.join("") === "" ? optionsFor(writing) : undefined;
}

function optionsFor({ mark, thousands, unit }: NumberWriting): string[] {
  return [
    ...(mark === "," ? ["decimalComma"] : []),
    ...(thousands ? ["thousands"] : []),
    // a minus sign of its own, or brackets, where nothing else is odd
    ...(unit.join("") !== "" || (mark === "." && !thousands) ? ["units"] : []),
  ];
}

/** Dates without anything between their parts are numbers as well: 20241231. */
function compactDates({ kind, values, name }: TableColumn): OtherReading | undefined {
  if (kind !== "number") return undefined;
  const different = new Set<number>();
  for (let row = 0; row < values.length; row++) {
    const value = values.at(row);
    if (value !== value) continue;
    const isDate = value > 18_000_000 && value < 22_000_000 && momentIn(String(value), "ymd") !== undefined;
    if (!isDate) return undefined;
    if (different.size < FEWEST_WORDS) different.add(value);
  }
  if (different.size < FEWEST_WORDS) return undefined;
  const hint = `Write dates: [${name}] to learn from year, month, day and weekday`;
  return { kind: "dates", what: `dates (${[...different][0]}), taken for numbers`, options: ["dates"], hint };
}

/** Points that part thousands look like decimal points, but for the other columns of their file, which have commas. */
function suspectGroups({ column, format }: Pick<Subject, "column" | "format">): Found | undefined {
  const hasCommas = format.writings.some((writing) => writing?.kind === "number" && writing.mark === ",");
  const isPlain = format.writings[format.columns.indexOf(column.name)] === undefined;
  const hasPoints = format.kind === "csv" && format.dialect.mark === POINT;
  if (!hasCommas || !isPlain || !hasPoints || column.kind === "category") return undefined;
  const { values } = column;
  let hasFraction = false;
  for (let row = 0; row < values.length; row++) {
    const value = values.at(row);
    if (value !== value) continue;
    if (Math.round(value * 1000) / 1000 !== value || Math.abs(value) >= 1000) return undefined;
    hasFraction ||= !Number.isInteger(value);
  }
  if (!hasFraction) return undefined;
  const message = `its points may part thousands, as other columns have decimal commas: write thousands: [${column.name}]`;
  return { kind: "thousands", message, options: ["thousands"] };
}

/** Returns that categories of a column differ by case alone: they count as different ones. */
export function suspectSpelling({ values, kind }: TableColumn): Found | undefined {
  if (kind !== "category") return undefined;
  const known = new Map<string, string>();
  for (const word of values.words) {
    const other = known.get(word.toLowerCase());
    if (other !== undefined) {
      const message = `${JSON.stringify(other)} and ${JSON.stringify(word)} differ by case alone, so they count as two: spell them alike`;
      return { kind: "spelling", message };
    }
    known.set(word.toLowerCase(), word);
  }
  return undefined;
}
