import type { DatasetMemory } from "../../kernels/dataset-memory.ts";
import { exampleInputs } from "../../kernels/example-inputs.ts";
import { answerAt, type Answers } from "./confusion-of.ts";
import { INK_LEVELS, type Mistake } from "./portrait.ts";

const MOST_MISTAKES = 12;

/** Returns the wrong answers that lead the right one by most. */
export function findMistakes(answers: Answers, rows: Uint32Array, data: DatasetMemory): Mistake[] {
  const { labels, outputs, classes } = answers;
  const wrong = [...labels.keys()].flatMap((i) => {
    const [label, answer] = [labels[i]!, answerAt(answers, i)];
    const lead = outputs[i * classes + answer]! - outputs[i * classes + label]!;
    return answer === label ? [] : [{ i, label, answer, lead }];
  });
  const worst = wrong.sort((a, b) => b.lead - a.lead || a.i - b.i).slice(0, MOST_MISTAKES);
  const most = data.inputKind === "bytes" ? 255 : 1;
  return worst.map(({ i, label, answer }) => {
    const pixels = exampleInputs(data, rows[i]!);
    return { label, answer, ink: Array.from(pixels, (value) => Math.round((value / most) * INK_LEVELS)) };
  });
}
