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
