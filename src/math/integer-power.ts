/**
 * Returns base^exponent, by products alone: the same bits everywhere, independent of what was computed before.
 *
 * @param exponent A whole number, at least 0.
 */
export function integerPower(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
