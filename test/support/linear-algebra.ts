/**
 * Small dense matrices in float64, rows of numbers: to check trained networks against closed forms.
 * @module
 */
export type Matrix = readonly (readonly number[])[];

export function transposed(matrix: Matrix): Matrix {
  return matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));
}

export function product(a: Matrix, b: Matrix): Matrix {
  const columns = transposed(b);
  return a.map((row) => columns.map((column) => row.reduce((sum, value, k) => sum + value * column[k]!, 0)));
}

/** Returns X with A X = B for a positive definite A, by elimination. */
export function solve(a: Matrix, b: Matrix): Matrix {
  const rows = a.map((row, i) => [...row, ...b[i]!]);
  rows.forEach((pivotRow, p) => {
    const pivot = pivotRow[p]!;
    for (let j = p; j < pivotRow.length; j++) pivotRow[j]! /= pivot;
    rows.forEach((row, r) => {
      const factor = row[p]!;
      if (r !== p) for (let j = p; j < row.length; j++) row[j]! -= factor * pivotRow[j]!;
    });
  });
  return rows.map((row) => row.slice(a.length));
}

/** Returns the largest eigenvalue of a symmetric positive definite matrix, by power iteration. */
export function largestEigenvalue(a: Matrix): number {
  let vector: Matrix = a.map((_, i) => [1 + i / 10]);
  let length = 0;
  for (let step = 0; step < 500; step++) {
    const moved = product(a, vector);
    length = Math.hypot(...moved.flat());
    vector = moved.map(([value]) => [value! / length]);
  }
  return length;
}
