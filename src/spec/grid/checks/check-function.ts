import { costFunction } from "../../../functions/cost-function.ts";
import { FORMULA_WORDS } from "../../../functions/from-tree.ts";
import { FormulaError } from "../../../functions/formula-error.ts";
import { cellOf, functionOf } from "../configuration-of.ts";
import { nearestWord } from "../../../text/nearest-word.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, type Place, type Statement } from "../../source-text.ts";
import type { Cells, Point } from "../../sweep.ts";

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
    for (const { place, code, message, hint } of found)
      if (place && !problems.has(place)) problems.set(place, errorAt(place, { code, message, hint }));
  }
  return [...problems.values()];
}

interface Finding extends Statement {
  readonly place: Place | undefined;
}

/** Returns a function that counts the variables of a point's function, or says why it is none: each once. */
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
    const message = `Cannot use curvatures as a bowl may have at most ${MOST_VARIABLES} variables: ${variables}`;
    return [{ place: optionPlace(cells, "curvatures"), code: "wrong-value", message }];
  }
  if (variables === 0) {
    const message = "Cannot minimise the expression as it must name a variable: none found";
    return [
      {
        place: optionPlace(cells, "expression"),
        code: "bad-expression",
        message,
        hint: "Write for example v1^2",
      },
    ];
  }
  if (length === variables) return [];
  const message = `Cannot start there as ${name} must have a number for each of its ${variables} variables: ${length} found`;
  const example = JSON.stringify(Array.from({ length: variables }, () => 1));
  return [{ place: start.place, code: "wrong-length", message, hint: `Write for example start: ${example}` }];
}

const MOST_VARIABLES = 10;

function unreadable(cells: Cells, { message: reason, hint, word }: FormulaError): Finding {
  const nearest = word === undefined ? undefined : nearestWord(word, [...FORMULA_WORDS, "v1", "v2"]);
  const allowed = word === undefined ? hint : `Allowed: v1 to v10, ${FORMULA_WORDS.join(", ")}`;
  return {
    place: optionPlace(cells, "expression"),
    code: "bad-expression",
    message: `Cannot read the expression as ${reason}`,
    hint: nearest === undefined ? allowed : `Write ${nearest}`,
  };
}

/** Penalties belong to the weights of a network; those that are 0 ask for nothing. */
function checkPenalties(cells: Cells): Finding[] {
  return ["l2", "l1", "maxNorm"].flatMap((option) => {
    const path = `optimizer.${option}`;
    const cell = cells[path] ?? cells["optimizer"]!.options?.[path];
    if (!cell || cell.value === 0) return [];
    const message = `Cannot use ${path} as there must be weights: a descent on a function has none`;
    return [{ place: cell.place, code: "foreign-field", message, hint: "Add the penalty to the expression" }];
  });
}

/** The schedule plateau watches the value. */
function checkWatched(cells: Cells): Finding[] {
  const cell = cells["schedule.metric"] ?? cells["schedule"]!.options?.["schedule.metric"];
  if (!cell || cell.value === "auto") return [];
  const message = `Cannot watch ${JSON.stringify(cell.value)} as a descent must have that metric: it has none`;
  return [
    {
      place: cell.place,
      code: "metric-not-available",
      message,
      hint: "Write metric: auto, which is the value",
    },
  ];
}

function optionPlace(cells: Cells, option: string): Place | undefined {
  const path = `function.${option}`;
  const cell = cells[path] ?? cells["function"]!.options?.[path];
  return cell?.place ?? cells["function"]!.place;
}
