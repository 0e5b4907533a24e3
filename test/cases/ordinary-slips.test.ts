/**
 * Slips that once ended in a stack trace or a misleading hint, each a folder with a README.
 * @module
 */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { gridient } from "../commands/run-in.ts";

/** Where each is reported, what the message quotes, and the hint. */
const SLIPS: readonly (readonly [place: string, found: string, hint: string])[] = [
  [
    "crash-metric-key/wandb.yaml:5:1",
    '"metric"',
    "Write objective: {metric: validationLoss, goal: minimize}",
  ],
  ["crash-misplaced-option/lr.yaml:5:25", '"lr"', "Write eta at the top level"],
  ["crash-misplaced-option/data.yaml:1:37", '"batch_size"', "Write batchSize at the top level"],
  ["crash-misplaced-option/variant.yaml:5:24", '"workers"', "Write workers below run"],
  ["metric-hints/f1.yaml:6:21", '"f1"', "Write validationF1"],
  ["metric-hints/val.yaml:6:21", '"val_accuracy"', "Write validationAccuracy"],
];

test("slips are refused where they are, with their cure and exit code 2", async () => {
  const files = SLIPS.map(([place]) => place.split(":", 1)[0]!);
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const { exitCode, stdout, stderr } = await gridient(folder, ["validate", ...files]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  const problems = stderr.split("\n\n");
  for (const [i, [place, found, hint]] of SLIPS.entries()) {
    const [heading, ...lines] = problems[i]!.split("\n");
    expect(heading).toContain(`${place}: error: `);
    expect(heading).toContain(found);
    expect(lines).toContain(`hint: ${hint}`);
  }
  expect(problems.slice(SLIPS.length)).toEqual([`${SLIPS.length} errors; nothing was changed`]);
});
