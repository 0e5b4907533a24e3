import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { validateBatch, validateReport } from "../../src/validators/fleet.ts";
import { validateRecord } from "../../src/validators/record.ts";

/** JSON of any depth. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const DIGEST = "0123456789abcdef".repeat(4);
const RECORD: Json = {
  kept: "best minimize testLoss",
  record: {
    id: DIGEST,
    configuration: {},
    replicate: 0,
    baseSeed: 1,
    dataDigest: DIGEST,
    trainerVersion: 7,
    evaluated: { part: "test", classCounts: [1, 2] },
    metrics: { testLoss: [1, null] },
    status: "completed",
    units: { deadOutputs: [1], saturated: [0] },
  },
};
const JOB: Json = {
  epochs: [1],
  ids: [DIGEST],
  configuration: {},
  replicate: 0,
  baseSeed: 1,
  dataDigest: DIGEST,
};
const SETTINGS: Json = {
  metrics: ["testLoss"],
  keep: "none",
  returnModel: true,
  objective: { metric: "testLoss", goal: "minimize", at: "last" },
};
const ENDING: Json = { id: DIGEST, status: "failed", failure: { code: "E_WORKER", message: "died" } };
const BATCH: Json = {
  kind: "batch",
  format: 1,
  trainerVersion: 1,
  sweep: DIGEST.slice(0, 16),
  settings: SETTINGS,
  timeout: 1.5,
  data: {},
  jobs: [JOB],
};
const REPORT: Json = {
  kind: "report",
  format: 1,
  trainerVersion: 1,
  sweep: DIGEST.slice(0, 16),
  batch: "b",
  worker: "w",
  endings: [ENDING],
};
const FORGERIES: readonly Json[] = [
  null,
  true,
  -1,
  0.5,
  1e9,
  "",
  "completed",
  "diverged",
  DIGEST,
  "\u{1F600}".repeat(300),
  [],
  [[]],
  [-1],
  {},
  { more: 1 },
  "a".repeat(100_000),
];

/** Returns JSON with each of its values forged or taken out, and with a key more in each object. */
function* forged(value: Json): Generator<Json> {
  yield* FORGERIES;
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const other of forged(item)) yield value.with(index, other);
    return;
  }
  yield { ...value, more: 1 };
  for (const [key, { [key]: own, ...others }] of Object.keys(value).map((key) => [key, value] as const)) {
    yield others;
    for (const other of forged(own!)) yield { ...others, [key]: other };
  }
}

function compiled(schema: string, part = ""): ValidateFunction {
  const text = readFileSync(new URL(`../../schemas/${schema}.schema.json`, import.meta.url), "utf8");
  const whole = JSON.parse(text) as { $id: string };
  return new Ajv2020({ strict: true }).addSchema(whole).compile({ $ref: `${whole.$id}${part}` });
}

it.each([
  ["a record", validateRecord, compiled("record"), RECORD],
  ["a batch", validateBatch, compiled("fleet", "#/$defs/batch"), BATCH],
  ["a report", validateReport, compiled("fleet", "#/$defs/report"), REPORT],
])("the validator of %s takes it, and says of a forged one what Ajv says", (_, validate, byAjv, valid) => {
  const answer = (by: ValidateFunction, data: Json): unknown =>
    by(data) || by.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
  expect(answer(validate, valid)).toBe(true);
  for (const data of forged(valid)) expect(answer(validate, data)).toEqual(answer(byAjv, data));
});

it("no command loads Ajv's compiler", () => {
  const folder = new URL("../../dist/program/", import.meta.url);
  const bundles = readdirSync(folder).filter((name) => /\.c?js$/.test(name));
  const texts = bundles.map((name) => readFileSync(new URL(name, folder), "utf8"));
  expect(texts.some((text) => text.includes(" src/validators/record.ts"))).toBe(true);
  expect(bundles.filter((_, index) => /node_modules\/ajv\/dist\/(?!runtime)/.test(texts[index]!))).toEqual(
    [],
  );
});
