import { expect, test } from "vitest";
import { datasetNames } from "../../src/report/dataset-names.ts";

const flowers = { name: "csv", path: "../data/flowers.csv", target: "species", scaling: "standard" };

test("data sets are named by their file and what is predicted, or by their options", () => {
  expect(datasetNames([{ name: "digits" }])).toEqual(["digits"]);
  expect(datasetNames([{ name: "moons", samples: 300 }])).toEqual(["moons (samples 300)"]);
  expect(datasetNames([{ ...flowers, missing: "median", ignore: ["id"] }])).toEqual([
    "flowers.csv (target species)",
  ]);
  expect(datasetNames([{ name: "csv", path: "t.csv", targets: ["u", "v"] }])).toEqual([
    "t.csv (targets [u, v])",
  ]);
});

test("those with the same file and target differ by what their options say", () => {
  const both = [
    { ...flowers, missing: "median", scaling: "none" },
    { ...flowers, missing: "median" },
    { ...flowers, target: "size" },
  ];
  expect(datasetNames(both)).toEqual([
    "flowers.csv (target species, scaling none)",
    "flowers.csv (target species)",
    "flowers.csv (target size)",
  ]);
});
