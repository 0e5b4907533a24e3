import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  GridientError,
  planExperiment,
  readExperiment,
  SpecError,
  type ExperimentFile,
  type ExperimentSource,
  type Problem,
} from "../../src/index.ts";
import { temporaryFolder } from "../support/folders.ts";

const FIELDS = {
  description: "null: yes # no",
  dataset: ["xor", { name: "moons", noise: 0.1 }],
  architecture: { hidden: [[2], [4]], activation: { values: ["tanh", "relu"] } },
  eta: { logspace: { from: 1e-7, to: 1, count: 3 } },
  batchSize: "full",
  epochs: 3,
  sweep: { exclude: [{ eta: 1, "architecture.hidden": [4] }] },
} satisfies ExperimentFile;

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});

async function idsOf(source: ExperimentSource, file?: string): Promise<string[]> {
  const { trials } = await planExperiment(source, file === undefined ? {} : { file });
  return trials.map(({ id }) => id);
}

async function problemsOf(source: unknown): Promise<readonly Problem[]> {
  const error: unknown = await readExperiment(source as ExperimentSource).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SpecError);
  return (error as SpecError).problems;
}

describe("readExperiment()", () => {
  it("reads the same from a file, a text and an object", async () => {
    const file = join(folder, "same.yaml");
    const text = JSON.stringify(FIELDS, null, 2);
    await writeFile(file, text);
    const ids = await idsOf(file);
    expect(ids).toHaveLength(2 * 2 * 2 * 3 - 2 * 2);
    expect(await idsOf({ text }, file)).toEqual(ids);
    expect(await idsOf(FIELDS, file)).toEqual(ids);
    const { name, description } = await readExperiment(FIELDS, { file });
    expect({ name, description }).toEqual({ name: "same", description: FIELDS.description });
  });

  it("reads of an object what it reads of its JSON", async () => {
    const numbers = fc.double({ min: 1e-300, max: 1e15, noNaN: true });
    const objects = fc.record({
      description: fc.oneof(
        fc.string().filter((text) => !text.includes("${")), // a reference
        fc.constantFrom("~", "1e3", "- a", "a: b", "\n", "0x1", "*a", "true"),
      ),
      dataset: fc.record({ name: fc.constant("xor" as const) }),
      architecture: fc.record({ hidden: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }) }),
      eta: fc.oneof(numbers, fc.uniqueArray(numbers, { minLength: 1, maxLength: 3 })),
      epochs: fc.integer({ min: 1, max: 100_000 }),
    });
    await fc.assert(
      fc.asyncProperty(objects, async (object) => {
        const [read, byText] = await Promise.all(
          [object, { text: JSON.stringify(object) }].map(async (source) => {
            const { base, description } = await readExperiment(source);
            return { base, description };
          }),
        );
        expect(read).toEqual(byText);
      }),
    );
  });

  it("refuses an object with the problems of its text, at their lines", async () => {
    const shared = { hidden: [2] };
    const problems = await problemsOf({
      dataset: "xor",
      architecture: shared,
      eta: "fast",
      epochs: NaN,
      more: shared,
    });
    expect(problems.map(({ file, line, sourceLine }) => [file, line, sourceLine])).toEqual([
      ["experiment.yaml", 5, "eta: fast"],
      ["experiment.yaml", 6, "epochs: .nan"],
      ["experiment.yaml", 7, "more:"],
    ]);
    const text =
      "dataset: xor\narchitecture:\n  hidden:\n    - 2\neta: fast\nepochs: .nan\nmore:\n  hidden:\n    - 2\n";
    expect(problems).toEqual(await problemsOf({ text }));
  });

  it("refuses a file as the command line does", async () => {
    const file = join(folder, "data.csv");
    await writeFile(file, "a,b\n1,2\n3,4\n");
    expect(await problemsOf(file)).toMatchObject([{ message: "This is a table, not an experiment" }]);
    expect(await problemsOf(join(folder, "absent.yaml"))).toHaveLength(1);
  });

  it("gives the name and the place of its file to a text, whose paths start from there", async () => {
    const rates = join(folder, "experiments", "rates");
    await mkdir(rates, { recursive: true });
    await writeFile(join(rates, "_part.yaml"), "dataset: xor\narchitecture: {hidden: [2]}\n");
    const file = join(rates, "one.yaml");
    const { name } = await readExperiment({ extends: "_part.yaml", eta: 1, epochs: 1 }, { file });
    expect(name).toBe("rates/one");
  });

  it("changes fields as --set does, and tells warnings", async () => {
    const warnings: Problem[] = [];
    const { base, set } = await readExperiment(
      { ...FIELDS, batchSize: ["full", "full"] },
      { set: ["epochs=7"], onWarning: (warning) => warnings.push(warning) },
    );
    expect({ base, set }).toMatchObject({ base: { epochs: 7 }, set: ["epochs=7"] });
    expect(warnings).toMatchObject([{ severity: "warning" }]);
  });

  it("refuses a grid beyond the limit", async () => {
    await expect(readExperiment(FIELDS, { limit: 19 })).rejects.toThrow(SpecError);
    expect((await planExperiment(FIELDS, { limit: 20 })).configurations).toHaveLength(20);
  });

  it("ends where its signal says so", async () => {
    const cancelled = { signal: AbortSignal.abort() };
    for (const read of [readExperiment, planExperiment]) {
      const error: unknown = await read(FIELDS, cancelled).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(GridientError);
      expect(error).toMatchObject({ code: "E_CANCELLED" });
    }
  });
});
