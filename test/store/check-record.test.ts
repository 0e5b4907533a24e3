import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { checkRecord } from "../../src/store/check-record.ts";
import { decodeRecord, encodeRecord } from "../../src/store/record-text.ts";
import type { StoredRecord } from "../../src/store/stored-record.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { EVERY_RECORD } from "../support/every-record.ts";
import { experimentOf, trainOne } from "../support/train.ts";

const FAULT = { fault: expect.any(String) as string };

/** JSON of any depth. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Returns the record of the first trial of a spec, as JSON. */
async function recordOf(spec: string): Promise<StoredRecord> {
  const experiment = experimentOf(spec, "experiments/records.yaml");
  const [trial] = planTrials(experiment).trials;
  const trained = await trainOne(trial!, experiment);
  return JSON.parse(JSON.stringify({ kept: "none", record: trained.record })) as StoredRecord;
}

/** Returns the path of every value in JSON that is itself no list of numbers. */
function pathsIn(value: Json, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    path,
    ...Object.entries(value)
      .slice(0, 3 + 20 * +!Array.isArray(value))
      .flatMap(([key, part]) => pathsIn(part, [...path, key])),
  ];
}

/** Returns a copy of JSON in which one value is another one; undefined takes it out. */
function changed(value: Json, [key, ...path]: readonly string[], to: Json | undefined): Json {
  if (key === undefined) return to ?? null;
  const copy = structuredClone(value) as { [key: string]: Json };
  if (path.length === 0 && to === undefined) delete copy[key];
  else copy[key] = changed(copy[key]!, path, to);
  return copy;
}

/** Fields that may be true: no forgery. */
const BOOLEANS: readonly string[] = ["header", "restoreBest"];

const stored = new Map<string, StoredRecord>();
beforeAll(async () => {
  for (const { name, spec } of EVERY_RECORD) stored.set(name, await recordOf(spec));
});

describe("checkRecord()", () => {
  it.each(EVERY_RECORD)("takes a record that is $name, written and read", ({ name, status }) => {
    const { record, kept } = stored.get(name)!;
    expect(record.status).toBe(status);
    const decoded = decodeRecord(encodeRecord({ record, kept }), record.id);
    expect(decoded).toMatchObject({ status: "usable", stored: { record, kept } });
  });

  it.each(EVERY_RECORD)("refuses one that is $name with any of its values forged", ({ name }) => {
    const json = stored.get(name)! as unknown as Json;
    for (const path of pathsIn(json)) {
      for (const forged of [{ forged: 1 }, [[]], true]) {
        if (BOOLEANS.includes(path.at(-1)!) && forged === true) continue;
        const checked = checkRecord(changed(json, path, forged));
        expect({ path, forged, checked }).toMatchObject({ checked: FAULT });
      }
    }
  });

  it.each(EVERY_RECORD)(
    "refuses one that is $name without any of its parts, or with one more",
    ({ name }) => {
      const json = stored.get(name)! as unknown as Json;
      const { record } = stored.get(name)!;
      const kindless =
        record.configuration.kind === "function" ? [] : [["record", "configuration", "dataset"]];
      for (const path of [["kept"], ...Object.keys(record).map((key) => ["record", key]), ...kindless])
        expect({ path, checked: checkRecord(changed(json, path, undefined)) }).toMatchObject({
          checked: FAULT,
        });
      for (const path of [["more"], ["record", "more"], ["record", "configuration", "more"]])
        expect({ path, checked: checkRecord(changed(json, path, 1)) }).toMatchObject({ checked: FAULT });
    },
  );

  it.each(EVERY_RECORD)(
    "refuses one that is $name and longer, shorter, or of another length or end",
    ({ name }) => {
      const { record, kept } = stored.get(name)!;
      const { metrics } = record;
      const [first = ""] = Object.keys(metrics);
      const cut = (by: number): object =>
        Object.fromEntries(
          Object.entries(metrics).map(([key, values]) => [
            key,
            by > 0 ? [...values, 1] : values.slice(0, by),
          ]),
        );
      const forgeries: object[] = [
        { metrics: {} },
        { metrics: { ...metrics, [first]: [] } },
        { metrics: { ...metrics, [first]: [...metrics[first]!, 1] } },
        { metrics: { ...metrics, "": metrics[first]! } },
        { metrics: JSON.parse(`{"__proto__": ${JSON.stringify(metrics[first])}}`) as object },
        { status: "won" },
        { divergedEpoch: 1e9 },
        { units: {} },
        { configuration: {} },
        { configuration: null },
        { trainerVersion: 1e9 },
        { replicate: -1 },
        { baseSeed: 0.5 },
        { dataDigest: "0" },
        ...(record.status === "completed"
          ? [{ metrics: cut(1) }, { metrics: cut(-1) }, { status: "stopped" }]
          : []),
        ...(record.status === "stopped"
          ? [{ status: "completed" }, { status: "diverged", units: undefined, divergedEpoch: 1 }]
          : []),
        ...(record.status === "diverged"
          ? [{ metrics: cut(1) }, { divergedEpoch: record.divergedEpoch + 1 }]
          : []),
        ...("units" in record
          ? [
              { units: { ...record.units, saturated: [...record.units.saturated, 0] } },
              { units: { ...record.units, deadOutputs: [99] } },
            ]
          : []),
      ];
      for (const forgery of forgeries) {
        const forged = { kept, record: { ...record, ...forgery } } as StoredRecord;
        const decoded = decodeRecord(encodeRecord(forged), record.id);
        expect({ forgery, decoded }).toMatchObject({
          decoded: { status: "damaged", reason: expect.stringContaining("it is not a record: ") as string },
        });
      }
    },
  );

  it("refuses a number that JSON reads as infinite, and nesting that would overflow the stack", () => {
    const { record } = stored.get("completed")!;
    const text = encodeRecord({ kept: "none", record });
    const seal = (content: string): string => encodeRecord(JSON.parse(content) as StoredRecord);
    const content = `{${text.slice(text.indexOf('"kept"'), -1)}`;
    const infinite = content.replace(/"testLoss":\[[^,]*/, '"testLoss":[1e999');
    expect(checkRecord(JSON.parse(infinite))).toEqual({
      fault: expect.stringContaining("testLoss") as string,
    });
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(checkRecord(JSON.parse(content.replace('"sigmoid"', deep)))).toMatchObject(FAULT);
    expect(decodeRecord(seal(content), record.id).status).toBe("usable");
  });

  it("takes a record from before a field was there, which is at its default", () => {
    const { record, kept } = stored.get("completed")!;
    const { configuration } = record;
    if (configuration.kind !== undefined) throw new Error("expected a network");
    const { classWeights: _, labelSmoothing: __, earlyStopping: ___, target: ____, ...older } = configuration;
    const { dropout: _____, ...architecture } = older.architecture;
    const old = { kept, record: { ...record, configuration: { ...older, architecture } } };
    expect(checkRecord(old)).toEqual({ stored: old });
  });

  it("checks by a schema that is valid", () => {
    const text = readFileSync(new URL("../../schemas/record.schema.json", import.meta.url), "utf8");
    expect(() => new Ajv2020({ strict: true }).compile(JSON.parse(text) as object)).not.toThrow();
  });
});
