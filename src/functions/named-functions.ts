/**
 * Functions that textbooks minimise, as formulas: what differentiates an expression of a spec differentiates them.
 * @module
 */

/** A function's name with every option that it has. */
export interface FunctionOptions {
  readonly name: string;
  /** Of `bowl`. */
  readonly curvatures?: readonly number[];
  /** Of `expression`. */
  readonly expression?: string;
}

const FORMULAS: Readonly<Record<string, string>> = {
  // Rosenbrock, "An automatic method for finding the greatest or least value of a function" (1960)
  rosenbrock: "(1 - v1)^2 + 100*(v2 - v1^2)^2",
  // Himmelblau, "Applied nonlinear programming" (1972): four minima, each 0
  himmelblau: "(v1^2 + v2 - 11)^2 + (v1 + v2^2 - 7)^2",
  saddle: "(v1^2 - v2^2)/2",
  // Rastrigin, "Systems of extremal control" (1974), of two variables
  rastrigin: "20 + v1^2 - 10*cos(2*pi*v1) + v2^2 - 10*cos(2*pi*v2)",
};

/** Returns the formula of a function. */
export function formulaText({ name, curvatures = [], expression = "" }: FunctionOptions): string {
  if (name === "expression") return expression;
  if (name === "bowl") return curvatures.map((curvature, i) => `${curvature}*v${i + 1}^2/2`).join(" + ");
  return FORMULAS[name]!;
}
