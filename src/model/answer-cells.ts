import type { ClassPrediction, NumberPrediction, Predictor } from "./predictor.ts";

/** What stands in a table of answers. */
export type AnswerCell = string | number;

/** Returns what the columns of a table of answers are called: the target, then a score for each class. */
export function answerHeadings(model: Predictor): AnswerCell[] {
  if (model.kind === "numbers") return [...model.targets];
  return [model.target, ...model.classes.map((name) => `${model.scoreKind}:${name}`)];
}

/** Returns an answer as a row of that table; scores in as many digits as tell a float32 from all others. */
export function answerCells(answer: ClassPrediction | NumberPrediction): AnswerCell[] {
  return "values" in answer ? [...answer.values] : [answer.label, ...Array.from(answer.scores, shortest)];
}

/** Returns the float64 of the fewest digits that rounds to the same float32. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) return rounded;
  }
  return Number(value.toPrecision(9));
}
