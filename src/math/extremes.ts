/**
 * Returns the place, from `start`, of the largest of `count` values: of equal ones the first. NaN is never the largest;
 * where no value is above -Infinity, the place is 0.
 */
export function argmax(values: ArrayLike<number>, start = 0, count: number = values.length): number {
  let largest = -Infinity;
  let place = 0;
  for (let i = 0; i < count; i++) {
    const value = values[start + i]!;
    if (value > largest) {
      largest = value;
      place = i;
    }
  }
  return place;
}

/** Returns the smallest of any number of values, Infinity of none, NaN if one is. Spread into `Math.min`, many overflow the stack. */
export function smallestOf(values: Iterable<number>): number {
  let smallest = Infinity;
  for (const value of values) smallest = Math.min(smallest, value);
  return smallest;
}

/** Returns the largest of any number of values, -Infinity of none, NaN if one is. */
export function largestOf(values: Iterable<number>): number {
  let largest = -Infinity;
  for (const value of values) largest = Math.max(largest, value);
  return largest;
}
