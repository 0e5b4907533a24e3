import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "rolldown/parseAst";
import { root } from "../platforms/root.mjs";

/**
 * A small fault that could be in a file.
 * @typedef {object} Mutant
 * @property {string} file From the repository's root.
 * @property {number} line
 * @property {string} around That line, without the space at its ends.
 * @property {number} start Where the text to replace begins.
 * @property {number} end
 * @property {string} before
 * @property {string} after
 */

const OPERATORS = {
  "<": ["<="],
  "<=": ["<"],
  ">": [">="],
  ">=": [">"],
  "===": ["!=="],
  "!==": ["==="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "+=": ["-="],
  "-=": ["+="],
  "*=": ["/="],
  "/=": ["*="],
};
const METHODS = { min: "max", max: "min", some: "every", every: "some", floor: "ceil", ceil: "floor" };
/** What TypeScript wraps around an expression; all its other nodes are types. */
const WRAPPERS = new Set(["TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression"]);

/**
 * Returns every mutant of a file: another operator, condition, number or boolean, or a call that is left out.
 * @returns {Mutant[]}
 */
export function mutantsOf(file) {
  const text = readFileSync(join(root, file), "utf8");
  const lines = text.split("\n");
  return [...expressions(parseAst(text, { lang: "ts" }))].flatMap((node) =>
    [...changes(node, text)].map(([start, end, after]) => {
      const line = text.slice(0, start).split("\n").length;
      const around = lines[line - 1].trim();
      return { file, line, around, start, end, before: text.slice(start, end), after };
    }),
  );
}

/** Yields nodes of what runs: no types, no imports. */
function* expressions(value) {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* expressions(item);
    return;
  }
  const type = value.type ?? "";
  if (type === "ImportDeclaration" || (type.startsWith("TS") && !WRAPPERS.has(type))) return;
  if (type !== "") yield value;
  for (const [name, child] of Object.entries(value))
    if (!(name === "key" && value.computed !== true) && !(WRAPPERS.has(type) && name !== "expression"))
      yield* expressions(child);
}

/** Yields [start, end, replacement] of each change of a node. */
function* changes(node, text) {
  const { type, start, end } = node;
  if (["BinaryExpression", "LogicalExpression", "AssignmentExpression"].includes(type)) {
    if (!isText(node.left) && !isText(node.right)) yield* otherOperators(node.left.end, node, text);
  } else if (type === "UnaryExpression" && node.operator === "!") {
    yield [start, start + 1, ""];
  } else if (type === "ConditionalExpression" || type === "IfStatement") {
    for (const value of ["true", "false"]) yield [node.test.start, node.test.end, value];
  } else if (type === "Literal" && typeof node.value === "boolean") {
    yield [start, end, String(!node.value)];
  } else if (type === "Literal" && typeof node.value === "number") {
    yield [start, end, String(node.value === 1 ? 0 : node.value + 1)];
  } else if (type === "ExpressionStatement" && node.expression.type === "CallExpression") {
    yield [start, end, ";"];
  } else if (type === "MemberExpression" && !node.computed && Object.hasOwn(METHODS, node.property.name)) {
    yield [node.property.start, node.property.end, METHODS[node.property.name]];
  }
}

function* otherOperators(from, { operator, end }, text) {
  const at = text.indexOf(operator, from);
  if (at < 0 || at >= end) return;
  for (const other of OPERATORS[operator] ?? []) yield [at, at + operator.length, other];
}

/** Whether an operand makes + join texts. */
function isText({ type, value }) {
  return type === "TemplateLiteral" || (type === "Literal" && typeof value === "string" && value !== "");
}
