import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchId, batchJobs, batchMessage } from "../../src/fleet/batch-jobs.ts";
import { checkBatch, checkReport } from "../../src/fleet/check-message.ts";
import { readEnding } from "../../src/fleet/coordinator/read-ending.ts";
import { decodeDataset, encodeDataset } from "../../src/fleet/dataset-bytes.ts";
import type { BatchMessage } from "../../src/fleet/messages.ts";
import { VERSIONS } from "../../src/fleet/names.ts";
import { checkRedisUrl, redactedUrl } from "../../src/fleet/redis-url.ts";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import { endingMessage } from "../../src/fleet/worker/ending-message.ts";
import { Turns } from "../../src/fleet/worker/turns.ts";
import { beatSeconds } from "../../src/fleet/worker-state.ts";
import { unpackBatch } from "../../src/fleet/worker/unpack-batch.ts";
import { settingsOf } from "../../src/pipeline/stored-outcomes.ts";
import { decodeRecord, encodeRecord } from "../../src/store/record-text.ts";
import { makeJobs } from "../../src/trials/job.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf, trainOne } from "../support/train.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { NO_FILES } from "../support/no-files.ts";

const SPEC =
  "{dataset: [xor, moons], architecture: {hidden: [[], [3]]}, eta: [1, 2], epochs: [2, 5], replicates: 2, run: {keep: last}}";
const experiment = experimentOf(SPEC);
const plan = planTrials(experiment);
const jobs = makeJobs(plan.trials, plan);
const context = { plan, settings: settingsOf(experiment), timeout: 9 };
const SWEEP = "0123456789abcdef";

function overTheWire<Message>(message: Message): Message {
  return JSON.parse(JSON.stringify(message)) as Message;
}

describe("batchJobs()", () => {
  it("keeps all jobs in their order, and batches small but for jobs that are long alone", () => {
    const job = jobs[0]!;
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-4, max: 3, noNaN: true }), { maxLength: 600 }), (seconds) => {
        const given = seconds.map((typicalSeconds) => ({ ...job, typicalSeconds }));
        const batches = batchJobs(given);
        expect(batches.flatMap((batch) => batch.jobs)).toEqual(given);
        const isUsual = seconds.reduce((sum, one) => sum + one, 0) <= 62.5;
        for (const batch of batches) {
          expect(batch.jobs.length).toBeLessThanOrEqual(256);
          expect(batch.jobs.length === 1 || batch.typicalSeconds <= (isUsual ? 0.25 : 2)).toBe(true);
        }
      }),
      { seed: 9 },
    );
  });

  it("makes enough batches for a fleet of ten thousand trials of 5 ms, and not one for each", () => {
    const given = Array.from({ length: 10_000 }, () => ({ ...jobs[0]!, typicalSeconds: 0.005 }));
    const { length } = batchJobs(given);
    expect(length).toBeGreaterThan(200);
    expect(length).toBeLessThan(400);
  });

  it("has a thousand workers that train for long ask for 500 batches a second", () => {
    const given = Array.from({ length: 20_000 }, () => ({ ...jobs[0]!, typicalSeconds: 0.3 }));
    for (const { typicalSeconds } of batchJobs(given).slice(0, -1)) expect(typicalSeconds).toBeCloseTo(1.8);
  });
});

describe("beatSeconds()", () => {
  it("is a second, and for large fleets what keeps their words at a hundred a second", () => {
    expect([1, 2, 100, 1000, 5000].map(beatSeconds)).toEqual([1, 1, 1, 10, 50]);
  });
});

describe("a batch", () => {
  const message = overTheWire(batchMessage(SWEEP, jobs, context));

  it("comes to the same jobs on the other side, identities computed anew", () => {
    const unpacked = unpackBatch(checkBatch(message));
    const facts = (given: typeof jobs) =>
      given.map(({ trials, epochs }) => [epochs, ...trials.map(({ id, prefixId }) => [id, prefixId])]);
    expect(facts([...unpacked.jobs])).toEqual(facts(jobs));
    expect(batchId(SWEEP, jobs)).toMatch(/^0123456789abcdef-[0-9a-f]{32}$/);
  });

  it("comes to the same where each fold of a file divides its data otherwise", () => {
    const table =
      "{name: csv, path: data/flowers.csv, target: species, ignore: [flower, garden, weight], missing: median, folds: 3}";
    const folded = experimentOf(`{dataset: ${table}, architecture: {hidden: []}, eta: 1, epochs: 1}`);
    const planned = planTrials(folded);
    const given = makeJobs(planned.trials, planned);
    const sent = overTheWire(batchMessage(SWEEP, given, { ...context, plan: planned }));
    const ids = unpackBatch(checkBatch(sent)).jobs.map(({ trials: [{ id }] }) => id);
    expect(ids).toEqual(planned.trials.map(({ id }) => id));
    expect(new Set(ids).size).toBe(3);
  });

  const change = (edit: (batch: { -readonly [Key in keyof BatchMessage]: BatchMessage[Key] }) => void) => {
    const changed = overTheWire(message);
    edit(changed);
    return () => unpackBatch(checkBatch(changed));
  };
  const withJob = (fields: object) =>
    change((batch) => (batch.jobs = [{ ...batch.jobs[0]!, ...fields }, ...batch.jobs.slice(1)]));

  it("is refused where anything does not fit", () => {
    const { configuration } = message.jobs[0]!;
    expect(change((batch) => (batch.trainerVersion += 1))).toThrow(/schema: \/trainerVersion/);
    expect(change((batch) => (batch.format += 1))).toThrow(/schema: \/format/);
    expect(change((batch) => Object.assign(batch, { code: "process.exit()" }))).toThrow(/additional/);
    expect(change((batch) => (batch.jobs = []))).toThrow(/schema: \/jobs/);
    expect(withJob({ module: "file:///etc/passwd" })).toThrow(/additional/);
    expect(withJob({ configuration: { ...configuration, loss: "steal" } })).toThrow(/schema of experiments/);
    expect(withJob({ configuration: { ...configuration, eta: 7 } })).toThrow(/a trial has another id/);
    expect(withJob({ baseSeed: 1 })).toThrow(/a trial has another id/);
    expect(withJob({ dataDigest: "0".repeat(64) })).toThrow(/has another digest/);
    expect(() => checkBatch("require('fs')")).toThrow(/schema/);
  });
});

describe("a report", () => {
  const trial = plan.trials[0]!;
  const trained = async () => {
    const result = await trainOne(trial, experiment);
    const record = { ...result, kept: "last", prefixId: trial.prefixId };
    return overTheWire(endingMessage({ trial, outcome: result.record, record }));
  };

  it("hands a record and its weights over, bit for bit", async () => {
    const message = await trained();
    const report = { kind: "report", ...VERSIONS, sweep: SWEEP, batch: "b", worker: "w", endings: [message] };
    const [ending] = checkReport(JSON.stringify(report)).endings;
    const { record } = readEnding(ending!, trial, plan);
    const { models, record: result } = await trainOne(trial, experiment);
    expect(record!.record).toEqual(result);
    expect(record!.models).toEqual(models);
  });

  it("is refused where a record is damaged, or that of another trial", async () => {
    const message = await trained();
    if (message.status !== "record") throw new Error("expected a record");
    const found = (record: string) => {
      const { outcome } = readEnding({ ...message, record }, trial, plan);
      return "failure" in outcome ? outcome.failure.message : outcome.status;
    };
    expect(found(message.record)).toBe("completed");
    expect(found(message.record.replace("completed", "stopped"))).toContain("its checksum does not fit");
    const decoded = decodeRecord(message.record, trial.id);
    if (decoded.status !== "usable") throw new Error("expected a usable record");
    const { record, kept } = decoded.stored;
    const forged = (fields: object) => found(encodeRecord({ kept, record: { ...record, ...fields } }));
    expect(forged({ id: plan.trials[1]!.id })).toContain("it is of another trial");
    expect(forged({ replicate: 3 })).toContain("it is of another configuration");
    const [, ...others] = Object.entries(record.metrics);
    expect(forged({ metrics: Object.fromEntries(others) })).toContain("it has no ");
    for (const fields of [{ metrics: {} }, { units: {} }, { configuration: {} }, { trainerVersion: 2 }])
      expect(forged(fields)).toContain("it is not a record");
  });

  it("holds no stack, which names paths of the worker's machine", () => {
    const failure = { code: "E_WORKER", message: "died", stack: "at /home/me" } as const;
    const message = endingMessage({ trial, outcome: { status: "failed", failure } });
    expect(message).toEqual({
      id: trial.id,
      status: "failed",
      failure: { code: "E_WORKER", message: "died" },
    });
  });

  it("that is no JSON, or of another form, is refused", () => {
    expect(() => checkReport("{")).toThrow();
    expect(() => checkReport('{"kind":"report"}')).toThrow(/schema/);
  });
});

describe("fleet.schema.json", () => {
  it("is a valid schema", () => {
    const text = readFileSync(new URL("../../schemas/fleet.schema.json", import.meta.url), "utf8");
    expect(() => new Ajv2020({ strict: true }).compile(JSON.parse(text) as object)).not.toThrow();
  });
});

describe("encodeDataset()", () => {
  it.each(["{name: digits, train: 20, validation: 5, test: 5}", "moons"])(
    "hands %s over, bit for bit",
    async (set) => {
      const [trial] = planTrials(
        experimentOf(`{dataset: ${set}, architecture: {hidden: []}, eta: 1, epochs: 1}`),
      ).trials;
      const dataset = await loadDataset(asNetwork(trial!.configuration).dataset, NO_FILES);
      const bytes = encodeDataset(dataset);
      expect(decodeDataset(bytes)).toEqual(dataset);
      expect(() => decodeDataset(bytes.subarray(0, bytes.length - 9))).toThrow("cut off");
    },
  );
});

describe("Turns", () => {
  it("lets together run beside each other, and alone beside nothing", async () => {
    const turns = new Turns();
    let [running, most] = [0, 0];
    const work = (alone: boolean) => async () => {
      running += 1;
      most = Math.max(most, running);
      if (alone) expect(running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (alone) expect(running).toBe(1);
      running -= 1;
    };
    const start = (alone: boolean) => (alone ? turns.alone(work(true)) : turns.together(work(false)));
    await Promise.all([false, false, true, false, true, true, false, false].map(start));
    expect({ running, most }).toEqual({ running: 0, most: 2 });
  });
});

describe("a Redis URL", () => {
  it("is told without its password", () => {
    expect(redactedUrl("redis://me:p%40ss@host:7/2")).toBe("redis://me:***@host:7/2");
    expect(redactedUrl("rediss://:secret@host:6380")).toBe("rediss://:***@host:6380");
    expect(redactedUrl("redis://host")).toBe("redis://host");
  });

  it.each(["http://host", "host:6379", "redis://", "redis:///0", "redis://me:p@ss word@:1", ""])(
    "refuses %s without repeating it",
    (url) => {
      expect(() => checkRedisUrl(url)).toThrow(/must be a redis:\/\/ or rediss:\/\/ URL$/);
    },
  );
});
