import { dateNumber, type DateWriting } from "./date-writing.ts";

/** How the cells of a column spell numbers, where they are not plain: plain data, part of every model that reads them. */
export type CellWriting = NumberWriting | DateWriting;

/** Numbers with marks between groups of three digits, with a unit around them, or with another decimal mark. */
export interface NumberWriting {
  readonly kind: "number";
  /** Between whole and fraction. */
  readonly mark: "." | ",";
  /** Whether marks part groups of three digits. */
  readonly thousands: boolean;
  /** What precedes and follows every number: "$ 5 %" has "$" and "%". */
  readonly unit: readonly [before: string, behind: string];
}

/** A text that spells a number: what surrounds it, and the number itself. */
interface Parts {
  readonly sign: string;
  readonly before: string;
  readonly number: string;
  readonly behind: string;
}

/** A sign, a currency, the number, and any unit; letters before a number rather make a code of it: N12. */
const AROUND =
  /^([-+]?)\s*((?:[a-z]{0,3}\p{Sc}|[a-z]{3}(?=\s))?)\s*([-+]?[\d.,][\d.,'’\s\u00a0\u202f]*?(?:e[-+]?\d+)?)\s*([^\d\s.,][^\d]{0,15})?$/iu;
const GROUPS = /[.,'’\s\u00a0\u202f]/u;

/** Returns the number that a cell spells; NaN where it spells none so. */
export function writtenNumber(text: string, writing: CellWriting): number {
  if (writing.kind === "date") return dateNumber(text, writing);
  const parts = partsOf(text);
  if (!parts || parts.before !== writing.unit[0] || parts.behind !== writing.unit[1]) return NaN;
  const size = sizeOf(parts.number, writing);
  return parts.sign === "-" ? -size : size;
}

function partsOf(text: string): Parts | undefined {
  const trimmed = text.trim().replace("\u2212", "-");
  const bracketed = /^\((.+)\)$/.exec(trimmed)?.[1]; // how accountants write a minus
  const found = AROUND.exec(bracketed ?? trimmed);
  if (!found) return undefined;
  const [, written = "", before = "", number = "", behind = ""] = found;
  const sign = bracketed === undefined ? written : "-";
  return { sign, before, number, behind: behind.trim() };
}

function sizeOf(text: string, { mark, thousands }: NumberWriting): number {
  const [, sign = "", whole = "", fraction = "", power = ""] = patternOf(mark).exec(text) ?? [];
  if (whole === "" && fraction === "") return NaN;
  const digits = thousands ? withoutGroups(whole, mark) : whole;
  if (digits === undefined || !/^\d*$/.test(digits)) return NaN;
  return Number(`${sign}${digits || "0"}${fraction.replace(mark, ".")}${power}`);
}

const PATTERNS = {
  ".": /^([-+]?)([\d,'’\s\u00a0\u202f]*)(\.\d*)?(e[-+]?\d+)?$/iu,
  ",": /^([-+]?)([\d.'’\s\u00a0\u202f]*)(,\d*)?(e[-+]?\d+)?$/iu,
} as const;

function patternOf(mark: NumberWriting["mark"]): RegExp {
  return PATTERNS[mark];
}

/** Returns the digits of a whole number without the marks of its groups, if all of these are the same and of three digits. */
function withoutGroups(whole: string, mark: string): string | undefined {
  const between = GROUPS.exec(whole)?.[0];
  if (between === undefined) return whole;
  const [first = "", ...groups] = whole.split(between);
  const isWhole = first.length >= 1 && first.length <= 3 && between !== mark;
  const areThrees = groups.every((group) => /^\d{3}$/.test(group));
  // lakhs and crores: 12,34,567
  const areIndian =
    first.length <= 2 &&
    groups.every((group, i) => /^\d+$/.test(group) && group.length === (i === groups.length - 1 ? 3 : 2));
  return isWhole && (areThrees || areIndian) ? first + groups.join("") : undefined;
}

/** What of a writing is known before its cells are seen. */
export interface WantedWriting {
  readonly mark: "." | ",";
  readonly thousands: boolean;
  readonly hasUnit: boolean;
  /** Whether the mark is no more than the file's: groups may show another one. */
  readonly isMarkOpen: boolean;
}

/** Returns the writing of cells, none of them missing, that all of them have as far as possible. */
export function fitWriting(
  texts: readonly string[],
  { mark, thousands, hasUnit, isMarkOpen }: WantedWriting,
): NumberWriting {
  const first = hasUnit
    ? texts.map(partsOf).find((parts) => parts && parts.before + parts.behind !== "")
    : undefined;
  const unit: NumberWriting["unit"] = [first?.before ?? "", first?.behind ?? ""];
  const writing = (mark: "." | ","): NumberWriting => ({ kind: "number", mark, thousands, unit });
  const other = mark === "." ? "," : ".";
  if (!isMarkOpen || !thousands) return writing(mark);
  const fits = (candidate: NumberWriting) =>
    texts.every((text) => !Number.isNaN(writtenNumber(text, candidate)));
  const hasGroups = (mark: string) =>
    texts.some(
      (text) =>
        text
          .split(mark)[0]!
          .replace(/^\D+|\D+$/g, "")
          .search(GROUPS) > 0,
    );
  return fits(writing(mark)) && hasGroups(mark)
    ? writing(mark)
    : fits(writing(other))
      ? writing(other)
      : writing(mark);
}

/** Different numbers that make a column one of amounts. */
const FEWEST_NUMBERS = 10;

/** Returns the units of texts that are numbers of several ones, as 5 kg and 300 g are, all but a few of them. */
export function differentUnits(texts: readonly string[]): readonly string[] | undefined {
  const parts = texts.flatMap((text) => partsOf(text) ?? []);
  const units = new Set(parts.map(({ before, behind }) => `${before} ${behind}`.trim()));
  const numbers = new Set(parts.map(({ number }) => number));
  const isEach = numbers.size >= FEWEST_NUMBERS && units.size > 1 && units.size <= parts.length / 4;
  return isEach && parts.length >= texts.length * 0.9 ? [...units] : undefined;
}

/** Returns how texts spell numbers, if all but a few of them do so in one way that is not plain. */
export function findWriting(texts: readonly string[]): NumberWriting | undefined {
  const enough = texts.length * 0.9;
  for (const mark of [".", ","] as const)
    for (const thousands of [false, true]) {
      const writing = fitWriting(texts, { mark, thousands, hasUnit: true, isMarkOpen: false });
      const fitting = texts.filter((text) => !Number.isNaN(writtenNumber(text, writing)));
      if (texts.length > 0 && fitting.length >= enough && isUseful(texts, writing)) return writing;
    }
  return undefined;
}

/** A decimal comma shows only where something else than three digits follows one. */
function isUseful(texts: readonly string[], { mark, thousands }: NumberWriting): boolean {
  if (mark === "." || thousands) return true;
  return texts.some((text) => !/^\D*\d{1,3}(?:,\d{3})+\D*$/.test(text));
}
