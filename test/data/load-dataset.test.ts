import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { loadDataset } from "../../src/data/load-dataset.ts";

const context = { dataDir: undefined, cacheDir: tmpdir() };

test("loadDataset() loads the data set that the options name", async () => {
  const dataset = await loadDataset({ name: "xor", samples: 400, noise: 0.1, seed: 0 }, context);
  expect(dataset).toMatchObject({ features: 2, target: { kind: "classes", count: 2 } });
});

test("loadDataset() rejects a name that is not registered", async () => {
  await expect(loadDataset({ name: "cats" }, context)).rejects.toThrow(RangeError);
});
