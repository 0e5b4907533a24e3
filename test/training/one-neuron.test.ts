import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const epochs: Record<string, string>[] = parse(read("results/one-neuron/epochs.csv"), { columns: true });
const published = [0.09, undefined, 0.2, undefined]; // the last answers, to two decimals

describe("experiments/one-neuron.yaml", () => {
  const cases = JSON.parse(read("test/vectors/one-neuron/answers.json")) as {
    init: number;
    loss: string;
    answers: number[];
  }[];

  it.each(cases)(
    "answers as a neuron in NumPy does, to 2e-6: from $init by $loss",
    ({ init, loss, answers }) => {
      const rows = epochs.filter((row) => Number(row["architecture.init"]) === init && row["loss"] === loss);
      expect(rows).toHaveLength(301);
      rows.forEach((row, epoch) =>
        expect(Math.abs(Number(row["trainMae"]) - answers[epoch]!)).toBeLessThan(2e-6),
      );
    },
  );

  it("ends where the published one does", () => {
    cases.forEach(({ answers }, i) => {
      if (published[i] !== undefined) expect(answers.at(-1)).toBeCloseTo(published[i], 2);
    });
  });
});
