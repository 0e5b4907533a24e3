import { expect } from "vitest";
import { readExperiment } from "../support/read-experiment.ts";
import type { Problem } from "../../src/spec/problem.ts";
import { withinLimits } from "../support/fuzz-runs.ts";

/**
 * Asserts contract 4 of a text without `extends`: an experiment, or at least one error; every problem has a place inside
 * the text, and says something. Returns the problems.
 */
export function expectAnswer(text: string): readonly Problem[] {
  let reading: ReturnType<typeof readExperiment> | undefined;
  withinLimits(() => (reading = readExperiment(text, "fuzz.yaml", { limit: 1000 })));
  const { experiment, problems } = reading!;
  const errors = problems.filter(({ severity }) => severity === "error");
  expect(errors.length > 0).toBe(experiment === undefined);
  const lines = text.split("\n");
  for (const { line, column, length, sourceLine, message, hint } of problems) {
    expect(lines[line - 1]).toContain(sourceLine);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual(sourceLine.length + 2);
    expect(length).toBeGreaterThanOrEqual(1);
    expect(`${message} ${hint}`).not.toMatch(/\[object|NaN|: undefined|undefined\b.*\bundefined/);
    expect(message.trim()).not.toBe("");
    expect(hint?.trim()).not.toBe("");
  }
  return problems;
}
