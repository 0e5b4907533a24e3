import * as fc from "fast-check";
import { expect, test } from "vitest";
import { OpenedFiles } from "../../../src/data/opened-files.ts";
import { parseYaml } from "../../../src/spec/document/yaml/parse-yaml.ts";
import { composeSpec } from "../../../src/spec/document/compose/compose-spec.ts";
import { readText } from "../../../src/spec/document/yaml/read-text.ts";
import { readDraft } from "../../../src/spec/fields/draft.ts";
import { explainMismatch } from "../../../src/spec/fields/messages/explain-mismatch.ts";
import { EXPERIMENT_SCHEMA } from "../../../src/fields/experiment-schema.ts";
import { checkRepeats, idleAxesOfProduct } from "../../../src/spec/grid/checks/check-repeats.ts";
import { expandSweep } from "../../../src/spec/grid/expand-sweep.ts";
import { readSweep } from "../../../src/spec/grid/read-sweep.ts";
import type { Sweep } from "../../../src/spec/sweep.ts";
import { nodeSystem } from "../../../src/files/node-system.ts";

/** Values of which some mean the same, alone or beside certain others. */
const AXES: Readonly<Record<string, readonly unknown[]>> = {
  dataset: [{ name: "moons", samples: 20 }, { name: "moons", samples: 40 }, { name: "spirals" }],
  "architecture.hidden": [[], [2], [3]],
  "architecture.activation": ["tanh", "relu", "sigmoid"],
  batchSize: [10, 1000, "full", 2000],
  eta: [1, 2],
  optimizer: [{ name: "sgd" }, { name: "adam" }, { name: "adam", beta1: 0.9 }, { name: "adam", beta1: 0.8 }],
  "earlyStopping.patience": [0, 2],
  "earlyStopping.minDelta": [0, 0.1],
  "target.value": ["none", 0.5],
  "target.metric": ["validationAccuracy", "validationLoss"],
};
const axis = (path: string) =>
  fc.uniqueArray(fc.constantFrom(...AXES[path]!), { minLength: 1, maxLength: 3 });
const grids = fc.record(Object.fromEntries(Object.keys(AXES).map((path) => [path, axis(path)])));

/** Returns the product of axes, whatever else is wrong with it. */
function sweepOf(values: Readonly<Record<string, readonly unknown[]>>): Sweep {
  const fields: Record<string, unknown> = { epochs: 1 };
  for (const [path, axis] of Object.entries(values)) {
    const [field, option] = path.split(".") as [string, string?];
    const value = axis.length > 1 ? axis : axis[0];
    if (option === undefined) fields[field] = value;
    else fields[field] = { ...(fields[field] as object | undefined), [option]: value };
  }
  const parsed = parseYaml(JSON.stringify(fields), "a.yaml");
  const { root } = composeSpec(parsed.root!, "a.yaml", {
    set: [],
    readText: (file) => readText(file, nodeSystem),
    system: nodeSystem,
  });
  const findings = explainMismatch(root, EXPERIMENT_SCHEMA, "", "network");
  const { sweep } = readSweep(
    readDraft(root, findings, { path: ".", system: nodeSystem, opened: new OpenedFiles() }).draft,
  );
  return sweep!;
}

test("finds in parts of a product what looking at every point finds", () => {
  let idle = 0;
  const law = fc.property(grids, (values) => {
    const sweep = sweepOf(values);
    const all = checkRepeats(sweep, expandSweep(sweep).points).problems;
    const errors = all.filter(({ severity }) => severity === "error").map(({ message }) => message);
    const found = idleAxesOfProduct(sweep).map(({ message }) => message);
    expect(found.toSorted()).toEqual(errors.toSorted());
    idle += found.length;
  });
  fc.assert(law, { numRuns: 40 });
  expect(idle).toBeGreaterThan(0);
});
