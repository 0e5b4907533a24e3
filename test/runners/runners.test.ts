import { setMaxListeners, getEventListeners } from "node:events";
import { afterAll, describe, expect, it } from "vitest";
import { inlineRunner } from "../../src/runners/inline-runner.ts";
import { linkedController } from "../../src/runners/linked-controller.ts";
import type { Runner, TaskOutcome } from "../../src/runners/runner.ts";
import { threadRunner } from "../../src/runners/thread-runner.ts";

const never = new AbortController().signal;
const fixture = new URL("fixture-worker.mjs", import.meta.url);
const threads = threadRunner<unknown, number>({ url: fixture, name: "work" }, 2);
afterAll(() => threads.close());

function half(task: { number: number }): TaskOutcome<number> {
  if (task.number < 0) throw new Error("negative");
  return { status: "done", result: task.number / 2 };
}

const runners: readonly (readonly [string, Runner<{ number: number }, number>])[] = [
  ["inline", inlineRunner(half)],
  ["threads", threads],
];

describe.each(runners)("%s runner", (_, runner) => {
  it("returns the result of a task", async () => {
    expect(await runner.run({ number: 8 }, { signal: never })).toEqual({ status: "done", result: 4 });
  });
  it("turns an error into a failure and goes on", async () => {
    expect(await runner.run({ number: -1 }, { signal: never })).toMatchObject({
      status: "failed",
      failure: { message: "negative" },
    });
    expect(await runner.run({ number: 2 }, { signal: never })).toEqual({ status: "done", result: 1 });
  });
  it("does not start a task that was cancelled", async () => {
    expect(await runner.run({ number: 2 }, { signal: AbortSignal.abort() })).toMatchObject({
      status: "cancelled",
    });
  });
});

describe("threadRunner()", () => {
  it.each([
    ["exits", { exit: 3 }],
    ["runs out of memory", { hog: true }],
  ])("fails the task of a worker that %s, and only that task", async (_, task) => {
    const pool = threadRunner<unknown, number>({ url: fixture, name: "work" }, 2);
    const [dead, alive] = await Promise.all([
      pool.run(task, { signal: never }),
      pool.run({ number: 6 }, { signal: never }),
    ]);
    const after = await pool.run({ number: 4 }, { signal: never });
    await pool.close();
    expect(dead).toMatchObject({ status: "failed", failure: { code: "E_WORKER" } });
    expect([alive, after]).toEqual([
      { status: "done", result: 3 },
      { status: "done", result: 2 },
    ]);
  });

  it("fails every task where no thread can begin", async () => {
    const text = "setTimeout(() => process.exit(3), 100); await new Promise(() => undefined);";
    const url = new URL(`data:text/javascript,${encodeURIComponent(text)}`);
    const pool = threadRunner<unknown, number>({ url, name: "work" }, 2);
    const runs = Array.from({ length: 5 }, () => pool.run({ number: 6 }, { signal: never }));
    const failed = { status: "failed", failure: { code: "E_WORKER" } };
    expect(await Promise.all(runs)).toMatchObject(runs.map(() => failed));
    await pool.close();
  });

  it("stops an endless task at its timeout", async () => {
    const outcome: TaskOutcome<number> = await threads.run(
      { endless: true },
      { signal: never, timeout: 0.2 },
    );
    expect(outcome).toMatchObject({ status: "timeout", failure: { code: "E_TIMEOUT" } });
    expect(await threads.run({ number: 2 }, { signal: never })).toEqual({ status: "done", result: 1 });
  });

  it("stops a running task when the user cancels", async () => {
    const controller = new AbortController();
    const running = threads.run({ endless: true }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    expect(await running).toMatchObject({ status: "cancelled", failure: { code: "E_CANCELLED" } });
  });
});

describe("linkedController()", () => {
  it("aborts with its signal, at once if that has, and by itself", () => {
    const user = new AbortController();
    const [one, other] = [linkedController(user.signal), linkedController(user.signal)];
    one.controller.abort();
    expect([user.signal.aborted, other.controller.signal.aborted]).toEqual([false, false]);
    user.abort();
    expect(other.controller.signal.aborted).toBe(true);
    expect(linkedController(user.signal).controller.signal.aborted).toBe(true);
  });

  it("leaves nothing on a signal when it is unlinked", async () => {
    const { signal } = new AbortController();
    setMaxListeners(0, signal); // else Node warns of more than ten at a time
    for (let i = 0; i < 20; i++) linkedController(signal).unlink();
    await threads.run({ number: 2 }, { signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
