/**
 * Returns the angle in radians, 0 to pi, whose cosine is x in [-1, 1]; absolute error below 1e-15.
 * By the half-angle formula: tan(angle / 2) = sqrt((1 - x) / (1 + x)).
 */
export function arcCosine(x: number): number {
  return x === -1 ? Math.PI : 2 * arcTangent(Math.sqrt((1 - x) / (1 + x)));
}

const TAN_3_PI_8 = 2.414213562373095;

/**
 * Returns the angle of tangent x >= 0.
 * Source: Moshier, "Methods and Programs for Mathematical Functions" (1989); Cephes, atan.c: reduction to
 * |x| <= 0.66 and a rational approximation there.
 */
function arcTangent(x: number): number {
  if (x > TAN_3_PI_8) return Math.PI / 2 + nearZero(-1 / x);
  return x > 0.66 ? Math.PI / 4 + nearZero((x - 1) / (x + 1)) : nearZero(x);
}

function nearZero(x: number): number {
  const z = x * x;
  return x + (x * z * polynomial(NUMERATOR, z)) / polynomial(DENOMINATOR, z);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

const NUMERATOR: readonly number[] = [
  -0.8750608600031904, -16.157537187333652, -75.00855792314705, -122.88666844901361, -64.85021904942025,
];
const DENOMINATOR: readonly number[] = [
  1, 24.858464901423062, 165.02700983169885, 432.88106049129027, 485.3903996359137, 194.5506571482614,
];
