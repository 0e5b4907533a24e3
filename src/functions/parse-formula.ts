import jsep, { type Expression } from "jsep";
import { fromTree } from "./from-tree.ts";
import type { Formula } from "./formula.ts";
import { FormulaError } from "./formula-error.ts";

/** Longer formulas are only written to exhaust the stack. */
const MOST_CHARACTERS = 500;

const BINARY = ["+", "-", "*", "/"];
const POWER_PRECEDENCE = 11;

prepareParser();

/**
 * Returns the tree of a formula such as `v1^2 + 3*sin(v2)`. `^` binds from right to left and tighter than a sign before
 * it: -v1^2 is -(v1^2).
 * @throws {FormulaError} Where it is none.
 */
export function parseFormula(text: string): Formula {
  if (text.length > MOST_CHARACTERS)
    throw new FormulaError({
      subject: "The expression",
      verb: "must have",
      allowed: `at most ${MOST_CHARACTERS} characters`,
      found: text.length,
    });
  return fromTree(treeOf(text));
}

function treeOf(text: string): Expression {
  try {
    return jsep(text);
  } catch (error) {
    const [, found, index] = /^(.*) at character (\d+)$/.exec((error as Error).message) ?? [];
    const where = index === undefined ? "" : ` at character ${Number(index) + 1}`;
    throw new FormulaError(`The expression has an error: ${(found ?? "syntax error").toLowerCase()}${where}`);
  }
}

/** Restricts the parser, which is made for JavaScript, to the grammar of formulas. */
function prepareParser(): void {
  jsep.removeAllBinaryOps();
  jsep.removeAllUnaryOps();
  jsep.removeAllLiterals();
  for (const [i, operator] of BINARY.entries()) jsep.addBinaryOp(operator, i < 2 ? 9 : 10);
  jsep.addBinaryOp("^", POWER_PRECEDENCE, true);
  jsep.hooks.add("gobble-token", function (env) {
    if (this.char !== "-") return;
    this.index++;
    env.node = { type: "UnaryExpression", operator: "-", prefix: true, argument: powerAt(this) };
  });
}

type Parser = ThisParameterType<jsep.HookCallback>;

/** Reads what follows a sign: a token, and the powers that it is raised to. */
function powerAt(parser: Parser): Expression {
  const left = parser.gobbleToken();
  parser.gobbleSpaces();
  if (!left) return parser.throwError("Missing term after -");
  if (parser.char !== "^") return left;
  parser.index++;
  return { type: "BinaryExpression", operator: "^", left, right: powerAt(parser) };
}
