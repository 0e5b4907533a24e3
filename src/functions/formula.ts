/** A formula of the variables v1, v2, ...: a tree that has been checked, ready to be evaluated. */
export type Formula =
  | { readonly kind: "number"; readonly value: number }
  /** v1 has index 0. */
  | { readonly kind: "variable"; readonly index: number }
  | { readonly kind: Operation; readonly left: Formula; readonly right: Formula }
  /** The inner function's name. */
  | { readonly kind: "call"; readonly name: string; readonly argument: Formula };

/** An operation on two formulas. */
export type Operation = "+" | "-" | "*" | "/" | "^";

/** Returns how many variables a formula has, if v1, v2, ... go to the highest one that it names. */
export function countVariables(formula: Formula): number {
  switch (formula.kind) {
    case "number":
      return 0;
    case "variable":
      return formula.index + 1;
    case "call":
      return countVariables(formula.argument);
    default:
      return Math.max(countVariables(formula.left), countVariables(formula.right));
  }
}
