import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { datasetSource } from "../../src/data/registry.ts";
import { GridientError, runExperiment, SpecError } from "../../src/index.ts";
import { temporaryFolder } from "../support/folders.ts";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function spec(text: string): Promise<string> {
  const file = join(folder, "exp.yaml");
  await writeFile(file, text);
  return file;
}

describe("runExperiment()", () => {
  it("throws one error with every problem of a spec, and its own name", async () => {
    const file = await spec("dataset: xor\narchitecture: {hidden: [2]}\neta: fast\nepochs: 0\n");
    const error: unknown = await runExperiment(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SpecError);
    expect(error).toBeInstanceOf(GridientError);
    expect(error).toMatchObject({ name: "SpecError", code: "E_SPEC" });
    const { problems, message } = error as SpecError;
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 6],
      [4, 9],
    ]);
    expect(message.split("\n")[0]).toMatch(`${file}:3:6: `);
  });

  it("passes its signal on to whoever loads data, and takes an empty GRIDIENT_DATA_DIR for none", async () => {
    vi.stubEnv("GRIDIENT_DATA_DIR", "");
    const load = vi.spyOn(datasetSource("xor"), "load");
    const { signal } = new AbortController();
    const file = await spec("dataset: xor\narchitecture: {hidden: [2]}\neta: 1\nepochs: 1\n");
    const folders = { resultsDir: join(folder, "results"), storeDir: join(folder, "store") };
    const { results } = await runExperiment(file, { ...folders, signal, workers: 1 });
    expect(results.complete).toBe(true);
    expect(load.mock.calls.map(([, { dataDir, signal: told }]) => ({ dataDir, told }))).toEqual([
      { dataDir: undefined, told: signal },
    ]);
  });
});
