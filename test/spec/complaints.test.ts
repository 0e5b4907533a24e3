/**
 * Twelve specs that users of other sweep tools asked for, each doing what its user wanted; its title is the complaint.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Reading } from "../../src/spec/read-experiment.ts";
import { readExperiment } from "../support/read-experiment.ts";
import { columnsOf } from "../../src/spec/sweep.ts";
import { fieldAt } from "../../src/trials/expand-grid.ts";
import { planTrials } from "../../src/trials/plan.ts";

/** Reads the spec of a complaint. */
function read(name: string): Reading {
  const file = fileURLToPath(new URL(`complaints/${name}.yaml`, import.meta.url));
  return readExperiment(readFileSync(file, "utf8"), file, { limit: 100 });
}

/** Returns the values of some fields in each configuration of a complaint's spec. */
function fieldsOf(name: string, ...paths: string[]): unknown[][] {
  const { configurations } = planTrials(read(name).experiment!);
  return configurations.map(({ configuration }) => paths.map((path) => fieldAt(configuration, path)));
}

describe("a complaint about another tool does here what its user wanted:", () => {
  test.each<[name: string, paths: string[], values: unknown[][]]>([
    [
      "hydra-1258",
      ["eta", "batchSize"],
      [
        [1, 10],
        [2, 20],
        [3, 30],
      ],
    ],
    [
      "hydra-2851",
      ["eta", "batchSize"],
      [
        [0.1, 10],
        [0.2, 10],
        [1, 100],
        [1, "full"],
        [2, 100],
        [2, "full"],
      ],
    ],
    [
      "wandb-1487",
      ["architecture.hidden", "architecture.activation"],
      [
        [[], "sigmoid"],
        [[30, 30], "tanh"],
        [[30, 30], "relu"],
      ],
    ],
    [
      "wandb-5698",
      ["eta", "epochs"],
      [
        [1, 1],
        [1, 2],
        [1, 3],
        [2, 1],
        [3, 1],
      ],
    ],
    ["wandb-1863", ["architecture.hidden"], [[[10]], [[100]], [[10, 10]]]],
    [
      "wandb-3482",
      ["eta", "loss", "epochs"],
      [
        [1, "quadratic", 100],
        [1, "mse", 200],
        [2, "quadratic", 100],
        [2, "mse", 200],
      ],
    ],
    [
      "wandb-6797",
      ["architecture.hidden", "eta", "epochs"],
      [
        [[3], 3, 10],
        [[99], 0.3, 20],
      ],
    ],
    ["actions-runner-857", ["eta"], [[1], [3]]],
    [
      "hydra-2919",
      ["eta", "batchSize", "epochs"],
      [
        [1, 10, 1],
        [1, 20, 2],
        [2, 10, 1],
        [2, 20, 2],
      ],
    ],
    ["wandb-1129", ["eta"], [[0.0001]]],
    ["hydra-1948", ["architecture.hidden"], [[[30]], [[30, 30]]]],
    ["ray-40318", ["eta"], [[1], [2]]],
  ])("%s", (name, paths, values) => {
    expect(fieldsOf(name, ...paths)).toEqual(values);
  });

  test("hydra-1948: the list of lists is one axis", () => {
    expect(columnsOf(read("hydra-1948").experiment!)).toMatchObject([{ path: "architecture.hidden" }]);
  });

  test("ray-40318: the warning stands at the configuration that repeats another", () => {
    const { experiment, problems } = read("ray-40318");
    expect(problems).toMatchObject([{ severity: "warning", line: 11, column: 7 }]);
    expect(new Set(planTrials(experiment!).trials.map(({ id }) => id)).size).toBe(2);
  });
});
