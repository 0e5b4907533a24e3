import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { refuseTypeScript } from "../../../src/pipeline/programs/refuse-program.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { experimentOf } from "../../support/train.ts";
import { sweepPrograms } from "./program-folder.ts";

const MODULE = `
export async function* train({ eta, how }, { seed, epochs, folder }) {
  if (how === "throw") throw new Error("the reason");
  if (how === "spin") for (;;);
  for (let epoch = 1; epoch <= epochs; epoch++) yield { epoch, loss: how === "nan" ? NaN : eta + seed + epoch };
}
`;

test("a module trains in a process of its own", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "train.mjs"), MODULE);
  await writeFile(
    join(folder, "a.yaml"),
    `kind: program
module: ./train.mjs
parameters: {eta: 0.5, how: [fine, nan, throw, spin]}
epochs: 2
metrics: {loss: minimize}
run: {timeout: 5, workers: 4}
`,
  );
  const { exitCode, stderr } = await sweepPrograms(folder);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("Error: the reason");
  const [, ...rows] = (await readFile(join(folder, "results/a/trials.csv"), "utf8")).trim().split("\n");
  const ends = rows.map((row) => row.split(",").slice(4).join());
  expect(ends).toEqual(["fine,completed,,1,2.5", "nan,diverged,1,,", "throw,failed,,,", "spin,timeout,,,"]);
});

test("a module in TypeScript runs where Node runs it, and is refused before anything starts where not", async () => {
  const folder = await temporaryFolder();
  await writeFile(
    join(folder, "train.mts"),
    "export function* train({ eta }: { eta: number }) { yield { loss: eta }; }\n",
  );
  const experiment =
    "kind: program\nmodule: ./train.mts\nparameters: {eta: [0.5, 1]}\nmetrics: {loss: minimize}\n";
  await writeFile(join(folder, "a.yaml"), experiment);
  const { exitCode, stderr } = await sweepPrograms(folder);
  if ("typescript" in process.features && process.features.typescript) {
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    return;
  }
  expect(exitCode).toBe(2);
  expect(stderr).toContain(
    `error: ./train.mts is in TypeScript, which needs Node 22.18 or later (got ${process.version})`,
  );
  expect(await readdir(folder)).toEqual(["a.yaml", "train.mts"]);
});

test.each(["train.ts", "train.mts", "train.cts"])("%s is refused unless Node runs it", async (name) => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, name), "");
  const planOf = (run: string) => {
    const text = `{kind: program, module: ./${name}, parameters: {eta: 1}, metrics: {loss: minimize}, run: ${run}}`;
    return planTrials(experimentOf(text, join(folder, "a.yaml")));
  };
  const message = `./${name} is in TypeScript, which needs Node 22.18 or later (got ${process.version})`;
  expect(() => refuseTypeScript(planOf("{}"), false)).toThrow(message);
  expect(() => refuseTypeScript(planOf("{}"), true)).not.toThrow();
  expect(() => refuseTypeScript(planOf("{environment: [NODE_OPTIONS]}"), false)).not.toThrow();
});
