import type { NumberList } from "./reading/number-list.ts";
import type { CategoryEncoding, NumberEncoding } from "./encoding.ts";
import type { MissingRule, Scaling } from "./table-options.ts";
import type { CategoryColumn, NumberColumn } from "./reading/table.ts";

/** The category that rare ones become. */
const OTHER = "other";

/**
 * Returns how a column of numbers becomes an input, by the numbers that it has in the given rows; undefined if it has
 * none there.
 */
export function fitNumbers(
  { name, values }: NumberColumn,
  rows: Uint32Array,
  { scaling, missing }: { scaling: Scaling; missing: MissingRule },
): NumberEncoding | undefined {
  const present = numbersIn(values, rows);
  if (present.length === 0) return undefined;
  const encoding = { kind: "number", column: name, ...scaleOf(present, scaling) } as const;
  const replacement = replacementOf(present, missing);
  return replacement === undefined ? encoding : { ...encoding, missing: replacement };
}

/**
 * Returns the center and scale of numbers: `standard` gives them mean 0 and standard deviation 1 (n in its denominator),
 * `minmax` the interval from 0 to 1. Numbers that are all the same are only moved.
 */
export function scaleOf(numbers: Float64Array, scaling: Scaling): { center: number; scale: number } {
  if (scaling === "none") return { center: 0, scale: 1 };
  if (scaling === "standard") {
    const center = meanOf(numbers);
    return { center, scale: Math.sqrt(varianceOf(numbers, center)) || 1 };
  }
  let [low, high] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (number < low) low = number;
    if (number > high) high = number;
  }
  return { center: low, scale: high - low || 1 };
}

/**
 * Returns how a column of texts becomes inputs, by those that it has in the given rows; undefined if it has none there.
 * @param rare Fewer examples than this make a category a rare one.
 */
export function fitCategories(
  { name, values }: CategoryColumn,
  rows: Uint32Array,
  { rare, missing }: { rare: number; missing: MissingRule },
): CategoryEncoding | undefined {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const word = values.words[values.at(row) - 1];
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  const frequent = [...counts].filter(([, count]) => count >= rare);
  const categories = [...new Set([...frequent.map(([word]) => word), ...(rare > 0 ? [OTHER] : [])])];
  const encoding = { kind: "category", column: name, categories: categories.sort() } as const;
  const replacement = isFilled(missing) && { missing: mostFrequent(frequent)?.[0] ?? OTHER };
  return { ...encoding, ...replacement, ...(rare > 0 && { other: OTHER }) };
}

/** Whether a missing value is replaced. */
function isFilled(missing: MissingRule): boolean {
  return missing !== "error" && missing !== "drop";
}

function replacementOf(present: Float64Array, missing: MissingRule): number | undefined {
  if (!isFilled(missing)) return undefined;
  if (missing === "mean") return meanOf(present);
  if (missing === "median") return medianOf(present);
  const counts = new Map<number, number>();
  for (const value of present) counts.set(value, (counts.get(value) ?? 0) + 1);
  return mostFrequent([...counts])![0];
}

/** Sums in the order of the rows. */
function meanOf(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum / numbers.length;
}

function medianOf(numbers: Float64Array): number {
  const sorted = numbers.toSorted();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function varianceOf(numbers: Float64Array, mean: number): number {
  let sum = 0;
  for (const number of numbers) sum += (number - mean) * (number - mean);
  return sum / numbers.length;
}

/** Returns the numbers that some rows have, in their order. */
export function numbersIn(values: NumberList, rows: Uint32Array): Float64Array {
  const numbers = new Float64Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = values.at(rows[i]!);
    if (value === value) numbers[count++] = value;
  }
  return numbers.subarray(0, count);
}

/** Returns what comes most often; of several the least, by number or code unit. */
function mostFrequent<Value extends string | number>(
  counts: readonly (readonly [Value, number])[],
): readonly [Value, number] | undefined {
  let best = counts[0];
  for (const next of counts)
    if (next[1] > best![1] || (next[1] === best![1] && next[0] < best![0])) best = next;
  return best;
}
