import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/folders.ts";
import { gridient } from "../run-in.ts";

const PARTS = ["train", "train", "validation", "test"];
/** Numbers in the thousands and small ones, each with something that no network can know. */
const ROWS = Array.from({ length: 120 }, (_, i) => {
  const [size, age, luck] = [(i * 37) % 50, (i * 11) % 23, ((i * 29) % 17) / 17];
  return {
    size,
    age,
    part: PARTS[i % 4]!,
    price: 20_000 + 900 * size - 300 * age + 4000 * luck,
    share: 0.01 * luck,
  };
});
const SPEC = `dataset: {name: csv, path: homes.csv, targets: [price, share], splitColumn: part}
architecture: {hidden: [3], output: identity}
loss: mse
eta: 0.05
epochs: 15
metrics: [rmse, mae, r2]
objective: {metric: testRmse, at: last}
`;

type Row = Record<string, string>;

let trial: Row;
let answers: Row[];
beforeAll(async () => {
  const cwd = await temporaryFolder();
  const write = (file: string, text: string): Promise<void> => writeFile(join(cwd, file), text);
  const read = async (file: string): Promise<Row[]> =>
    parse(await readFile(join(cwd, file)), { columns: true });
  const lines = ROWS.map((row) => Object.values(row).join(","));
  await write("homes.csv", ["size,age,part,price,share", ...lines].join("\n"));
  await write("homes.yaml", SPEC);
  for (const args of [
    ["sweep", "homes.yaml"],
    ["predict", "homes.yaml", "homes.csv", "--out", "answers.csv"],
  ])
    expect(await gridient(cwd, args)).toMatchObject({ exitCode: 0 });
  [trial] = (await read("results/homes/trials.csv")) as [Row];
  answers = await read("answers.csv");
});

describe.each(["validation", "test"])("scores of the %s part in trials.csv", (part) => {
  it("are those of predict's answers, by hand, in the units of the file", () => {
    const errors = (["price", "share"] as const).map((column) => {
      const rows = ROWS.flatMap((row, i) =>
        row.part === part ? [[row[column], Number(answers[i]![column])]] : [],
      );
      const mean = rows.reduce((sum, [value]) => sum + value! / rows.length, 0);
      const over = (of: (value: number, answer: number) => number): number =>
        rows.reduce((sum, [value, answer]) => sum + of(value!, answer!) / rows.length, 0);
      const squared = over((value, answer) => (value - answer) ** 2);
      const variance = over((value) => (value - mean) ** 2);
      return {
        mae: over((value, answer) => Math.abs(value - answer)),
        rmse: Math.sqrt(squared),
        r2: 1 - squared / variance,
      };
    });
    const named = (score: string): number => Number(trial[`${part}${score}`]);
    const mean = (of: "mae" | "rmse" | "r2"): number => (errors[0]![of] + errors[1]![of]) / 2;
    expect(named("Rmse") / mean("rmse")).toBeCloseTo(1, 5);
    expect(named("Mae") / mean("mae")).toBeCloseTo(1, 5);
    expect(named("R2")).toBeCloseTo(mean("r2"), 5);
    expect(named("Rmse")).toBeGreaterThan(500); // below 2 in units of standard deviations
  });
});
