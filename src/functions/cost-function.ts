import { differentiate, type Dual } from "./dual.ts";
import { countVariables } from "./formula.ts";
import { formulaText, type FunctionOptions } from "./named-functions.ts";
import { parseFormula } from "./parse-formula.ts";

/** A function C of v1, v2, ... to be minimised. */
export interface CostFunction {
  /** How many variables it has. */
  readonly variables: number;
  /** Returns C at a point, with its gradient. */
  readonly at: (point: ArrayLike<number>) => Dual;
}

/** Returns the function of that name. @throws {FormulaError} If its expression is no formula. */
export function costFunction(options: FunctionOptions): CostFunction {
  const formula = parseFormula(formulaText(options));
  return { variables: countVariables(formula), at: (point) => differentiate(formula, point) };
}
