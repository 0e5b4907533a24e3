import { describe, expect, it } from "vitest";
import { BackgroundTasks } from "../../src/runners/background-tasks.ts";

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe("BackgroundTasks", () => {
  it("lets its caller go on while fewer than width tasks run, and waits for all at the end", async () => {
    const tasks = new BackgroundTasks(2);
    const events: string[] = [];
    for (const name of ["a", "b", "c"]) {
      await tasks.start(async () => {
        await later();
        events.push(`${name} done`);
      });
      events.push(`${name} started`);
    }
    await tasks.finish();
    expect(events.slice(0, 3)).toEqual(["a started", "b started", "a done"]);
    expect(events.toSorted()).toEqual(["a done", "a started", "b done", "b started", "c done", "c started"]);
  });

  it("starts tasks in order while their weights have room: a heavy one is not overtaken", async () => {
    const tasks = new BackgroundTasks(2);
    const started: string[] = [];
    let [running, most] = [0, 0];
    const start = (name: string, weight: number): Promise<void> =>
      tasks.start(async () => {
        started.push(name);
        most = Math.max(most, (running += weight));
        await later();
        running -= weight;
      }, weight);
    await Promise.all([start("a", 1), start("b", 2), start("c", 1), start("d", 1), start("e", 2)]);
    await tasks.finish();
    expect(started).toEqual(["a", "b", "c", "d", "e"]);
    expect(most).toBe(2);
  });

  it("takes no longer for each of many that wait: one that ends wakes one", async () => {
    const tasks = new BackgroundTasks(2);
    let done = 0;
    const end = (): Promise<void> => new Promise((resolve) => setImmediate(() => resolve(void done++)));
    await Promise.all(Array.from({ length: 10_000 }, () => tasks.start(end)));
    await tasks.finish();
    expect(done).toBe(10_000);
  });

  it("lets those under way finish after an error", async () => {
    const tasks = new BackgroundTasks(2);
    const finished: string[] = [];
    await tasks.start(async () => {
      await later();
      finished.push("first");
    });
    await tasks.start(() => Promise.reject(new Error("second")));
    await expect(tasks.finish()).rejects.toThrow("second");
    expect(finished).toEqual(["first"]);
  });

  it("starts nothing after an error, and tells it again at the end", async () => {
    const tasks = new BackgroundTasks(1);
    await tasks.start(async () => {
      await later();
      throw new Error("disk full");
    });
    const started: string[] = [];
    await expect(tasks.start(async () => void started.push("next"))).rejects.toThrow("disk full");
    await expect(tasks.finish()).rejects.toThrow("disk full");
    expect(started).toEqual([]);
  });
});
