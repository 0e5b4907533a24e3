import { expect, test } from "vitest";
import { parseByExpression, parseFile, parseLine } from "../../../src/pipeline/programs/parse-reports.ts";

test.each([
  ['{"loss": 0.5}', { loss: 0.5 }],
  ['  {"loss": NaN, "a": -Infinity}\r', { loss: Infinity, a: Infinity }],
  ['{"loss": 1e400}', { loss: Infinity }],
  ["loss 0.5", undefined],
  ['{"loss": 0.5', undefined],
  ["[1]", undefined],
  ['{"text": "a, NaN, b"}', { text: "a, NaN, b" }],
])("reads the line %s", (line, report) => {
  expect(parseLine(line)).toEqual(report);
});

test("finds numbers by the names of groups", () => {
  const expression = /epoch (?<epoch>\d+): loss (?<loss>\S+)(?: acc (?<accuracy>\S+))?/u;
  expect(parseByExpression("epoch 3: loss 1e-3", expression)).toEqual({
    epoch: 3,
    loss: 0.001,
    accuracy: undefined,
  });
  expect(parseByExpression("epoch 3: loss nan acc 0.5", expression)).toEqual({
    epoch: 3,
    loss: "nan",
    accuracy: 0.5,
  });
  expect(parseByExpression("nothing", expression)).toBeUndefined();
});

test("reads files by their extension", () => {
  expect(parseFile("epoch,loss\n1,0.5\n2,\n", "m.csv")).toEqual([{ epoch: 1, loss: 0.5 }, { epoch: 2 }]);
  expect(parseFile('{"loss": NaN}', "m.json")).toEqual([{ loss: Infinity }]);
  expect(parseFile('[{"epoch": 1, "loss": 2}, 3]', "m.json")).toEqual([{ epoch: 1, loss: 2 }]);
  expect(() => parseFile("loss", "m.json")).toThrow("it is not JSON");
});
