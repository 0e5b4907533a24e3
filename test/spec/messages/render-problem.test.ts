import { describe, expect, test } from "vitest";
import type { Problem } from "../../../src/spec/problem.ts";
import { readExperiment } from "../../support/read-experiment.ts";
import { renderProblem } from "../../../src/spec/render-problem.ts";
import { BEGINNER_MISTAKES } from "../beginner-mistakes.ts";

const PROBLEM: Problem = {
  severity: "error",
  code: "wrong-value",
  file: "lr.yaml",
  line: 12,
  column: 6,
  length: 3,
  message: "eta must be a finite number above 0 (got -10)",
  hint: "Write 10",
  sourceLine: "eta: -10 # steep",
};

test("renderProblem() draws the line, carets under what is wrong, and the hint", () => {
  expect(renderProblem(PROBLEM)).toBe(`lr.yaml:12:6: error: eta must be a finite number above 0 (got -10)
 12 | eta: -10 # steep
    |      ^^^
hint: Write 10`);
});

test("renderProblem() paints through the functions it is given", () => {
  const mark = (sign: string) => (text: string) => sign + text + sign;
  const [heading, source, carets, hint] = renderProblem(PROBLEM, {
    bold: mark("*"),
    red: mark("!"),
    dim: mark("~"),
  }).split("\n");
  expect(heading).toMatch(/^\*lr\.yaml:12:6:\* !error:! eta must/);
  expect(source).toBe("~ 12 |~ eta: -10 # steep");
  expect(carets).toBe("~    |~      !^^^!");
  expect(hint).toBe("~hint:~ Write 10");
});

describe("renderProblem() makes quoted text harmless", () => {
  test.each([
    ["escape sequences", "\u001B[2J\u001B]0;title\u0007"],
    ["8-bit control characters", "\u009B31m"],
    ["line breaks", "\r\u2028\u0085"],
    ["changes of direction", "\u202E\u2066"],
    ["lone surrogates", "\uD800"],
  ])("%s", (_, evil) => {
    const sourceLine = `eta: ${evil}\t1`;
    const text = renderProblem({ ...PROBLEM, file: evil, message: evil, hint: evil, sourceLine });
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(text.split("\n")).toHaveLength(4);
  });
});

test("renderProblem() shows the stretch of a long line around the place", () => {
  const sourceLine = `eta: [${"0.1, ".repeat(500)}x]`;
  const [, source, carets] = renderProblem({ ...PROBLEM, sourceLine, column: 2507, length: 1 }).split("\n");
  expect(source!.length).toBeLessThan(120);
  expect(source![carets!.indexOf("^")]).toBe("x");
});

test("renderProblem() leaves the frame out where there is no line", () => {
  expect(renderProblem({ ...PROBLEM, sourceLine: "" }).split("\n")).toHaveLength(2);
});

/** A spec with many mistakes at once. */
const ALL_AT_ONCE = `# How not to write a spec
dataset: {name: mnits, train: 3}
architecture:
  hidden: [30, 0]
  activaton: relu
  output: softmax
loss: cross-entropy
learningRate: 1_000
batchSize: {from: 1, to: 10, count: 4}
epochs: 1.5
replicates: 0
replicates: 3
momentum: 0.9
metrics: [trainAccuracy, testAcuracy]
objective: {metric: trainLoss}
`;
test("renderProblem() reports the mistakes of beginners, each once, as in test/golden/problems.txt", async () => {
  const texts = Object.entries({ "many mistakes at once": ALL_AT_ONCE, ...BEGINNER_MISTAKES });
  const reports = texts.map(([title, text]) => {
    const { problems } = readExperiment(text, "experiments/wrong.yaml", { limit: 100 });
    if (text !== ALL_AT_ONCE) expect(problems, title).toHaveLength(1);
    return `# ${title}\n\n${problems.map((problem) => `${renderProblem(problem)}\n`).join("\n")}`;
  });
  await expect(reports.join("\n")).toMatchFileSnapshot("../../golden/problems.txt");
});
