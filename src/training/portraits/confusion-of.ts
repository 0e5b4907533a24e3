import { argmax } from "../../math/extremes.ts";

/** What a network answered. */
export interface Answers {
  /** Row-major [examples, classes]. */
  readonly outputs: Float32Array;
  /** The class of each example. */
  readonly labels: Uint8Array;
  readonly classes: number;
}

/** Returns how many examples of each class got which answer, [class][answer]. */
export function confusionOf(answers: Answers): number[][] {
  const counts = Array.from({ length: answers.classes }, () => new Array<number>(answers.classes).fill(0));
  answers.labels.forEach((label, i) => counts[label]![answerAt(answers, i)]!++);
  return counts;
}

/** Returns the class of an example's largest output; of equal ones, the first. */
export function answerAt(
  { outputs, classes }: Pick<Answers, "outputs" | "classes">,
  example: number,
): number {
  return argmax(outputs, example * classes, classes);
}
