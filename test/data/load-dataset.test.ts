import { expect, test } from "vitest";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { NO_FILES } from "../support/no-files.ts";

test("loadDataset() loads the data set that the options name", async () => {
  const dataset = await loadDataset({ name: "xor", samples: 400, noise: 0.1, seed: 0 }, NO_FILES);
  expect(dataset).toMatchObject({ features: 2, target: { kind: "classes", count: 2 } });
});

test("loadDataset() rejects a name that is not registered", async () => {
  await expect(loadDataset({ name: "cats" }, NO_FILES)).rejects.toThrow(RangeError);
});
