import type { ClassPrediction, NumberPrediction, Predictor } from "./predictor.ts";

/** A cell of a table of answers. */
export type AnswerCell = string | number;

/** Returns the headings of a table of answers: the target, then a score for each class. */
export function answerHeadings(model: Predictor): AnswerCell[] {
  if (model.kind === "numbers") return [...model.targets];
  return [model.target, ...model.classes.map((name) => `${model.scoreKind}:${name}`)];
}

/** Returns an answer as a row of that table; scores with enough digits to distinguish all float32 numbers. */
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
