import { expect, test } from "vitest";
import { experimentName, isResultsName } from "../../../src/spec/experiment-name.ts";
import { nodeSystem } from "../../../src/files/node-system.ts";

test.each([
  ["experiments/lr.yaml", "lr"],
  ["./experiments/course/lr.yml", "course/lr"],
  ["/home/me/experiments/old/experiments/lr.yaml", "lr"],
  ["C:\\work\\experiments\\course\\lr.yaml", "course/lr"],
  ["lr.v2.yaml", "lr.v2"],
  ["elsewhere/lr.yaml", "lr"],
  ["my-experiments/lr", "lr"],
  [".yaml", ".yaml"],
  ["experiments/../lr.yaml", "lr"],
  ["experiments/course/../lr.yaml", "lr"],
])("experimentName() of %s is %s", (file, name) => {
  expect(experimentName(file, nodeSystem)).toBe(name);
});

test.each([
  ["lr", true],
  ["course/lr.v2", true],
  [".store", false],
  [".", false],
  ["../lr", false],
  ["course/.lr", false],
  ["a\u202eb", false],
  ["a\nb", false],
  ["", false],
])("isResultsName() of %s is %s", (name, usable) => {
  expect(isResultsName(name)).toBe(usable);
});
