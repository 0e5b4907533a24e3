import type { Expression, default as jsep } from "jsep";
import { differentiate } from "./dual.ts";
import { ELEMENTARY } from "./elementary.ts";
import type { Formula, Operation } from "./formula.ts";
import { FormulaError } from "./formula-error.ts";
import type { BrokenRule } from "../statement.ts";

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["pi", Math.PI],
  ["e", Math.E],
]);
const VARIABLE = /^v([1-9]|10)$/;

/** Words that a formula may hold besides v1 to v10. */
export const FORMULA_WORDS: readonly string[] = [...ELEMENTARY.keys(), ...CONSTANTS.keys()];

/** Returns a parser's tree as a formula. @throws {FormulaError} If it contains something else. */
export function fromTree(node: Expression): Formula {
  switch (node.type) {
    case "Literal":
      return numberOf(node as jsep.Literal);
    case "Identifier":
      return named((node as jsep.Identifier).name);
    case "UnaryExpression":
      return negative((node as jsep.UnaryExpression).argument);
    case "BinaryExpression":
      return operation(node as jsep.BinaryExpression);
    case "CallExpression":
      return call(node as jsep.CallExpression);
    case "Compound":
      return refuseCompound(node as jsep.Compound);
    default:
      throw new FormulaError(
        { subject: "The expression", verb: "must contain only", allowed: PARTS },
        { hint: ALLOWED },
      );
  }
}

const PARTS = "numbers, variables, + - * / ^ and functions";
const ALLOWED = `Allowed: v1 to v10, ${FORMULA_WORDS.join(", ")}`;

function numberOf({ value, raw }: jsep.Literal): Formula {
  if (typeof value === "number" && Number.isFinite(value)) return { kind: "number", value };
  throw new FormulaError({ subject: "A number in the expression", allowed: "finite", found: raw });
}

function named(name: string): Formula {
  const index = VARIABLE.exec(name)?.[1];
  if (index !== undefined) return { kind: "variable", index: Number(index) - 1 };
  const value = CONSTANTS.get(name);
  if (value !== undefined) return { kind: "number", value };
  if (ELEMENTARY.has(name)) throw new FormulaError(oneArgument(name, 0), { hint: `Write ${name}(v1)` });
  throw unknown(name);
}

function unknown(name: string): FormulaError {
  const words = { unknown: "word", found: `"${name}"`, where: " in the expression" };
  return new FormulaError({ ...words, allowed: `v1 to v10, ${FORMULA_WORDS.join(", ")}` }, { word: name });
}

function oneArgument(name: string, found: number): BrokenRule {
  return { subject: `The function ${name}`, verb: "must have", allowed: "one argument", found };
}

/** -a is -1 times a, the same bits. */
function negative(argument: Expression): Formula {
  const inner = fromTree(argument);
  if (inner.kind === "number") return { kind: "number", value: -inner.value };
  return { kind: "*", left: { kind: "number", value: -1 }, right: inner };
}

/** Numbers alone make a number: 2^3 is as whole an exponent as 8. */
function operation({ operator, left, right }: jsep.BinaryExpression): Formula {
  const formula = { kind: operator as Operation, left: fromTree(left), right: fromTree(right) };
  const isConstant = formula.left.kind === "number" && formula.right.kind === "number";
  return isConstant ? { kind: "number", value: differentiate(formula, []).value } : formula;
}

function call({ callee, arguments: given }: jsep.CallExpression): Formula {
  const name = callee.type === "Identifier" ? (callee as jsep.Identifier).name : "";
  if (!ELEMENTARY.has(name))
    throw name === "" ? new FormulaError("Only a function can be called in the expression") : unknown(name);
  const [argument] = given;
  if (!argument || given.length > 1)
    throw new FormulaError(oneArgument(name, given.length), { hint: `Write ${name}(v1)` });
  return { kind: "call", name, argument: fromTree(argument) };
}

function refuseCompound({ body }: jsep.Compound): never {
  if (body.length === 0) throw new FormulaError("The expression is empty");
  throw new FormulaError(
    { subject: "The expression", verb: "must have", allowed: "an operator between two terms", found: "none" },
    { hint: "Write 3*v1, not 3 v1" },
  );
}
