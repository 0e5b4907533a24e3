import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { asNetwork } from "../../../src/spec/configuration/as-network.ts";
import { DATASETS } from "../../../src/data/registry.ts";
import { defaultOptions } from "../../../src/spec/schema/defaults.ts";
import { CONFIGURATION_FIELDS, FIELDS_OF } from "../../../src/spec/configuration-fields.ts";
import {
  branchesOf,
  EXPERIMENT_SCHEMA,
  schemaAt,
  valueSchema,
  type Schema,
} from "../../../src/spec/schema/experiment-schema.ts";
import { isValid } from "../../../src/spec/schema/is-valid.ts";
import { functionMetrics, lengthMetric, METRICS, requestFor } from "../../../src/spec/metrics.ts";
import { readExperiment } from "../../../src/spec/experiment/read-experiment.ts";
import { VALID_SPEC } from "../valid-spec.ts";

/** Every field with its path, those of data sets and ranges too. */
function fields(schema: Schema, path: string): [path: string, schema: Schema][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const field: [string, Schema] = [`${path}.${key}`, property];
    return key === "values" || key === "value" ? [] : [field, ...fields(property, field[0])];
  });
  return [...own, ...(schema.anyOf ?? []).flatMap((branch) => fields(branch, path))];
}

const FIELDS = [
  ...fields(EXPERIMENT_SCHEMA, "experiment"),
  ...Object.entries(EXPERIMENT_SCHEMA.$defs!).flatMap(([name, schema]) => fields(schema, name)),
];

describe("experiment.schema.json", () => {
  test.each(FIELDS)("explains %s, with examples and a default that fit", (_, schema) => {
    const { description, examples = [] } = schema as Schema & { description?: string };
    const target =
      schema.$ref === undefined ? undefined : EXPERIMENT_SCHEMA.$defs![schema.$ref.slice("#/$defs/".length)];
    expect(description ?? (target as { description?: string }).description).toMatch(/^[A-Z].+\.$/);
    const shown = examples.length > 0 ? examples : (target?.examples ?? []);
    expect(shown.length).toBeGreaterThan(0);
    for (const example of shown) expect(isValid(schema, example), JSON.stringify(example)).toBe(true);
    if (schema.default !== undefined) expect(isValid(schema, schema.default)).toBe(true);
  });

  test("is valid JSON Schema, in Ajv's strict mode", () => {
    const ajv = new Ajv2020({ strict: true });
    expect(ajv.validateSchema(EXPERIMENT_SCHEMA)).toBe(true);
    expect(() => ajv.compile(EXPERIMENT_SCHEMA)).not.toThrow();
  });

  test("names the registered data sets and metrics", () => {
    const names = [...DATASETS.keys()];
    const ofDescents = new Set([...functionMetrics(10).map(({ name }) => name), lengthMetric("function")]);
    ofDescents.delete("gradientNorm"); // of networks, too
    const bare = names.filter((name) => EXPERIMENT_SCHEMA.$defs![name]?.required?.length === 1);
    expect(EXPERIMENT_SCHEMA.$defs!["datasetName"]?.enum).toEqual(bare);
    expect(
      branchesOf(EXPERIMENT_SCHEMA.$defs!["dataset"]!).flatMap(
        ({ properties }) => properties?.["name"]?.const ?? [],
      ),
    ).toEqual(names);
    expect(schemaAt("objective.metric").enum).toEqual(METRICS.map(({ name }) => name));
    const onRequest = new Set(
      METRICS.filter(({ isDefault, name }) => !isDefault && !ofDescents.has(name)).map(requestFor),
    );
    expect(schemaAt("metrics").items?.enum).toEqual([...onRequest]);
    for (const name of names) {
      expect(Object.values(defaultOptions(name)).every((value) => value !== undefined)).toBe(true);
    }
  });

  test("has every field of a configuration, each of which may be an axis", () => {
    const { experiment } = readExperiment(VALID_SPEC, "a.yaml", { limit: 1000 });
    const { architecture, earlyStopping, target, ...others } = asNetwork(experiment!.base);
    const groups = Object.entries({ architecture, earlyStopping, target });
    const below = groups.flatMap(([group, fields]) => Object.keys(fields).map((key) => `${group}.${key}`));
    const paths = [...Object.keys(others), ...below];
    expect(paths.toSorted()).toEqual(FIELDS_OF.network.toSorted());
    for (const path of CONFIGURATION_FIELDS) {
      const field = schemaAt(path);
      expect(branchesOf(field).length).toBeGreaterThan(branchesOf(valueSchema(field)).length);
    }
  });
});

describe("experiment.schema.json, as editors read it,", () => {
  const schema = new URL("../../../schemas/experiment.schema.json", import.meta.url);
  const { $defs } = JSON.parse(readFileSync(schema, "utf8")) as Schema;
  const named = ["functionField", "datasetField", "optimizerField", "scheduleField"];
  const axisFields = Object.keys($defs!).filter((name) => name.endsWith("Field"));
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

  test.each(axisFields)("allows %s to be deleted, and to refer to another", (name) => {
    const allows = ajv.compile({ $defs, $ref: `#/$defs/${name}` });
    expect(allows(null)).toBe(true);
    const lists = ["hiddenField", "numbersField", "columnsField", "wordsField"];
    expect(allows("${eta}")).toBe(![...lists, ...named].includes(name));
    expect(allows(["${eta}"])).toBe(!named.includes(name));
    expect(allows("eta")).toBe(["formulaField", "textField"].includes(name)); // any text may be one
    expect(allows([null])).toBe(false);
  });
});

test("experiment-file.ts is what generateTypes() writes", async () => {
  const generator = new URL("../../../src/spec/generate-types.mjs", import.meta.url).href;
  const { generateTypes } = (await import(generator)) as { generateTypes: () => Promise<string> };
  const written = await readFile(new URL("../../../src/spec/experiment-file.ts", import.meta.url), "utf8");
  expect(written).toBe(await generateTypes());
});
