import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import { SETTINGS_SCHEMA } from "../../src/commands/console/project-settings.ts";
import { DATASETS } from "../../src/data/registry.ts";
import { defaultOptions } from "../../src/fields/defaults.ts";
import { FIELDS, FIELDS_OF } from "../../src/fields/kinds.ts";
import { branchesOf, dereference, type Schema } from "../../src/fields/schema/schema.ts";
import { schemaText } from "../../src/fields/schema/schema-text.ts";
import {
  EXPERIMENT_SCHEMA,
  experimentSchema,
  schemaAt,
  valueSchema,
} from "../../src/fields/experiment-schema.ts";
import { isValid } from "../../src/fields/schema/is-valid.ts";
import { functionMetrics, lengthMetric, METRICS, requestFor } from "../../src/metrics/metrics.ts";
import { readExperiment } from "../support/read-experiment.ts";
import { VALID_SPEC } from "../spec/valid-spec.ts";

/** Every field with its path, those of data sets and ranges too. */
function fields(schema: Schema, path: string): [path: string, schema: Schema][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const field: [string, Schema] = [`${path}.${key}`, property];
    return key === "values" || key === "value" ? [] : [field, ...fields(property, field[0])];
  });
  return [...own, ...(schema.anyOf ?? []).flatMap((branch) => fields(branch, path))];
}

const ALL = [
  ...fields(EXPERIMENT_SCHEMA, "experiment"),
  ...Object.entries(EXPERIMENT_SCHEMA.$defs!).flatMap(([name, schema]) => fields(schema, name)),
];

describe("experiment.schema.json", () => {
  test.each(ALL)("explains %s, with examples and a default that fit", (_, schema) => {
    const { description, examples = [] } = schema as Schema & { description?: string };
    const target = schema.$ref;
    expect(description ?? (target as { description?: string }).description).toMatch(/^[A-Z].+\.$/);
    const shown = examples.length > 0 ? examples : (target?.examples ?? []);
    expect(shown.length).toBeGreaterThan(0);
    for (const example of shown) expect(isValid(schema, example), JSON.stringify(example)).toBe(true);
    if (schema.default !== undefined) expect(isValid(schema, schema.default)).toBe(true);
  });

  test("is valid JSON Schema, in Ajv's strict mode", () => {
    const ajv = new Ajv2020({ strict: true });
    const schema = JSON.parse(schemaText(EXPERIMENT_SCHEMA)) as object;
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(() => ajv.compile(schema)).not.toThrow();
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
    expect(dereference(schemaAt("objective.metric")).examples).toEqual(METRICS.map(({ name }) => name));
    const onRequest = new Set(
      METRICS.filter(({ isDefault, name }) => !isDefault && !ofDescents.has(name)).map(requestFor),
    );
    expect(branchesOf(schemaAt("metrics"))[0]?.items?.enum).toEqual([...onRequest]);
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
    for (const path of FIELDS.keys()) {
      const field = schemaAt(path);
      expect(branchesOf(field).length).toBeGreaterThan(branchesOf(valueSchema(field)).length);
    }
  });
});

describe("experiment.schema.json, as editors read it,", () => {
  const schema = new URL("../../schemas/experiment.schema.json", import.meta.url);
  const { $defs } = JSON.parse(readFileSync(schema, "utf8")) as Schema;
  const named = ["functionField", "datasetField", "optimizerField", "scheduleField"];
  const axisFields = Object.keys($defs!).filter((name) => name.endsWith("Field"));
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
  });

  test.each(axisFields)("allows %s to be deleted, and to refer to another", (name) => {
    const allows = ajv.compile({ $defs, $ref: `#/$defs/${name}` });
    expect(allows(null)).toBe(true);
    const lists = ["hiddenField", "numbersField", "columnsField", "wordsField", "textsField"];
    expect(allows("${eta}")).toBe(![...lists, ...named].includes(name));
    expect(allows(["${eta}"])).toBe(!named.includes(name));
    expect(allows("eta")).toBe(["formulaField", "textField", "parameterField"].includes(name)); // any text may be one
    expect(allows([null])).toBe(false);
  });
});

test("schemas/experiment.schema.json is what `npm run generate` writes", () => {
  const file = new URL("../../schemas/experiment.schema.json", import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(schemaText(experimentSchema(true)));
});

test("is published at the address of its $id, which the entry for SchemaStore names", () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), "utf8")) as {
      $id?: string;
      url?: string;
    };
  const { $id } = read("experiment.schema.json");
  expect($id).toBe("https://gridient.dev/schemas/experiment.schema.json");
  expect(read("schemastore.json").url).toBe($id);
  expect(read("project.schema.json")).toEqual(JSON.parse(schemaText(SETTINGS_SCHEMA)));
});
