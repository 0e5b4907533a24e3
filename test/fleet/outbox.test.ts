import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Connection } from "../../src/fleet/connection.ts";
import { Outbox } from "../../src/fleet/coordinator/outbox.ts";
import type { BatchMessage } from "../../src/fleet/messages.ts";
import { settingsOf } from "../../src/pipeline/stored-outcomes.ts";
import { makeJobs, type Job } from "../../src/trials/job.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf } from "../support/train.ts";

const experiment = experimentOf(
  "{dataset: moons, architecture: {hidden: [4]}, eta: [1, 2], epochs: 20, replicates: 20}",
);
const plan = planTrials(experiment);
const all = makeJobs(plan.trials, plan);

/** A queue that keeps what it is sent until it is told to forget. */
function fakeQueue() {
  const batches = new Map<string, string[]>();
  const add = ({ data, opts }: { data: BatchMessage; opts: { jobId: string } }): void => {
    if (!batches.has(opts.jobId))
      batches.set(
        opts.jobId,
        data.jobs.flatMap(({ ids }) => ids),
      );
  };
  const queue = { toKey: (id: string) => id, addBulk: (jobs: Parameters<typeof add>[0][]) => jobs.map(add) };
  const redis = {
    get: () => "0",
    exists: (id: string) => (batches.has(id) ? 1 : 0),
    hmget: () => ["{}", "{}"],
  };
  return { batches, connection: { queue, redis } as unknown as Connection };
}

function outboxOf(connection: Connection, wanted: readonly Job[]): Outbox {
  const context = { plan, settings: settingsOf(experiment), timeout: undefined };
  return new Outbox(connection, "0123456789abcdef", { all, wanted }, context);
}

/** Puts jobs in, and waits now and then. Returns the queue's batches. */
async function batchesOf(wanted: readonly Job[], pauseAt: readonly number[]): Promise<Map<string, string[]>> {
  const { batches, connection } = fakeQueue();
  const outbox = outboxOf(connection, wanted);
  for (const [i, job] of wanted.entries()) {
    if (pauseAt.includes(i)) await setTimeout(30);
    outbox.put(job);
  }
  await outbox.sent();
  return batches;
}

const idsOf = (jobs: readonly Job[]): string[] => jobs.flatMap(({ trials }) => trials.map(({ id }) => id));

describe("an outbox", () => {
  it("makes the same batches however slowly jobs come", async () => {
    const atOnce = await batchesOf(all, []);
    expect(atOnce.size).toBeGreaterThan(3);
    expect(Math.max(...[...atOnce.values()].map((ids) => ids.length))).toBeGreaterThan(1);
    expect(await batchesOf(all, [1, 5, 6, 17, 33])).toEqual(atOnce);
    expect([...atOnce.values()].flat()).toEqual(idsOf(all));
  });

  it("finds its batches in the queue when only a part of the jobs is still wanted", async () => {
    const whole = await batchesOf(all, []);
    const wanted = all.filter((_, i) => i % 3 !== 0);
    const rest = await batchesOf(wanted, [2]);
    for (const [id, ids] of rest) expect(whole.get(id)).toEqual(expect.arrayContaining(ids));
    expect([...rest.values()].flat()).toEqual(idsOf(wanted));
  });

  it("sends the rest of a batch without jobs that others train, or that were found", async () => {
    const [first, second, ...others] = all;
    const { batches, connection } = fakeQueue();
    const outbox = outboxOf(connection, all);
    for (const job of others) outbox.put(job);
    await outbox.sent();
    const sent = batches.size;
    outbox.put(first!);
    await outbox.sent();
    expect(batches.size).toBe(sent);
    outbox.settle(second!);
    await outbox.sent();
    expect([...batches.values()].flat().toSorted()).toEqual(idsOf([first!, ...others]).toSorted());
  });

  it("sends again what a queue has forgotten, but for what has come back", async () => {
    const { batches, connection } = fakeQueue();
    const outbox = outboxOf(connection, all);
    for (const job of all) outbox.put(job);
    await outbox.sent();
    const [id] = [...batches.keys()];
    const lost = outbox.left(id!);
    outbox.settle(lost[0]!);
    batches.delete(id!);
    await outbox.reconcile();
    expect(batches.has(id!)).toBe(false);
    await outbox.reconcile();
    await outbox.sent();
    expect(batches.get(id!)).toEqual(idsOf(lost.slice(1)));
  });
});
