import { costFunction } from "../../../functions/cost-function.ts";
import { FORMULA_WORDS } from "../../../functions/from-tree.ts";
import { FormulaError } from "../../../functions/formula-error.ts";
import { cellOf, functionOf } from "../configuration-of.ts";
import { nearestWord } from "../../../text/nearest-word.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, type Place } from "../../source-text.ts";
import type { Cells, Point } from "../../sweep.ts";
import { statement, type Statement } from "../../../statement.ts";
import { counted } from "../../../text/counted.ts";

/** Returns what is wrong with the functions of descents, where they start and how they step. */
export function checkFunction(points: readonly Point[]): Problem[] {
  const problems = new Map<Place | undefined, Problem>();
  const variablesOf = rememberVariables();
  for (const { cells } of points) {
    const found = [
      ...checkStart(cells, variablesOf(cells)),
      ...checkPenalties(cells),
      ...checkWatched(cells),
    ];
    for (const { place, ...wrong } of found)
      if (place && !problems.has(place)) problems.set(place, errorAt(place, wrong));
  }
  return [...problems.values()];
}

interface Finding extends Statement {
  readonly place: Place | undefined;
}

/** Returns a function that counts the variables of a point's function, or returns why it is none: each once. */
function rememberVariables(): (cells: Cells) => number | FormulaError {
  const known = new Map<string, number | FormulaError>();
  return (cells) => {
    const options = functionOf(cells);
    const key = JSON.stringify(options);
    const variables = known.get(key) ?? countOrError(options);
    known.set(key, variables);
    return variables;
  };
}

function countOrError(options: ReturnType<typeof functionOf>): number | FormulaError {
  try {
    return costFunction(options).variables;
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}

function checkStart(cells: Cells, variables: number | FormulaError): Finding[] {
  if (variables instanceof FormulaError) return [unreadable(cells, variables)];
  const start = cellOf(cells, "start");
  const { length } = start.value;
  const { name } = functionOf(cells);
  if (name === "bowl" && variables > MOST_VARIABLES) {
    const allowed = `at most ${MOST_VARIABLES} numbers, one for each variable`;
    const rule = { subject: "curvatures", verb: "must have", allowed, found: variables };
    return [{ place: optionPlace(cells, "curvatures"), ...statement("wrong-value", rule) }];
  }
  if (variables === 0) {
    const rule = { subject: "The expression", verb: "must name", allowed: "a variable", found: "none" };
    const wrong = statement("bad-expression", rule, "Write for example v1^2");
    return [{ place: optionPlace(cells, "expression"), ...wrong }];
  }
  if (length === variables) return [];
  const allowed = `${counted(variables, "number")}, one for each variable of ${name}`;
  const rule = { subject: "start", verb: "must have", allowed, found: length };
  const example = JSON.stringify(Array.from({ length: variables }, () => 1));
  return [{ place: start.place, ...statement("wrong-length", rule, `Write for example start: ${example}`) }];
}

const MOST_VARIABLES = 10;

function unreadable(cells: Cells, { says, hint, word }: FormulaError): Finding {
  const nearest = word === undefined ? undefined : nearestWord(word, [...FORMULA_WORDS, "v1", "v2"]);
  const allowed = word === undefined ? hint : `Allowed: v1 to v10, ${FORMULA_WORDS.join(", ")}`;
  return {
    place: optionPlace(cells, "expression"),
    ...statement("bad-expression", says, nearest === undefined ? allowed : `Write ${nearest}`),
  };
}

const SPEC_NOUN = "a descent on a function";

/** Penalties are on the weights of a network; those that are 0 have no effect. */
function checkPenalties(cells: Cells): Finding[] {
  return ["l2", "l1", "maxNorm"].flatMap((option) => {
    const path = `optimizer.${option}`;
    const cell = cells[path] ?? cells["optimizer"]!.options?.[path];
    if (!cell || cell.value === 0) return [];
    const needed = { verb: "needs", allowed: "weights", found: SPEC_NOUN };
    const wrong = statement(
      "foreign-field",
      { subject: path, ...needed },
      "Add the penalty to the expression",
    );
    return [{ place: cell.place, ...wrong }];
  });
}

/** The schedule plateau watches the value. */
function checkWatched(cells: Cells): Finding[] {
  const cell = cells["schedule.metric"] ?? cells["schedule"]!.options?.["schedule.metric"];
  if (!cell || cell.value === "auto") return [];
  const allowed = `auto for ${SPEC_NOUN}`;
  const rule = { subject: "schedule.metric", allowed, found: JSON.stringify(cell.value) };
  return [
    {
      place: cell.place,
      ...statement("metric-not-available", rule, "Write metric: auto, which is the value"),
    },
  ];
}

function optionPlace(cells: Cells, option: string): Place | undefined {
  const path = `function.${option}`;
  const cell = cells[path] ?? cells["function"]!.options?.[path];
  return cell?.place ?? cells["function"]!.place;
}
