import { execa } from "execa";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Io } from "../../../src/commands/console/io.ts";
import type { Plan } from "../../../src/trials/plan.ts";

const flags = vi.fn<(flag: string) => void>();
// Tests of other files in this process may have loaded the module before.
vi.resetModules();
vi.doMock("node:v8", () => ({ setFlagsFromString: flags }));
const { follow, SMALL_HEAP } = await import("../../../src/commands/console/follow.ts");
beforeEach(() => flags.mockClear());
afterAll(() => {
  vi.doUnmock("node:v8");
  vi.resetModules();
});

const nowhere = { write: () => undefined };
const IO: Io = { stdout: nowhere, stderr: nowhere, env: {}, now: () => 0, onInterrupt: () => () => {} };

/** Follows a sweep of which some trials are stored and some train; returns how often V8 was told of it. */
async function told(trials: number, { stored, found = 0 }: { stored: number; found?: number }) {
  await follow(IO, [], ({ listener }) => {
    const plan = { trials: Array.from({ length: trials }), experiment: { sweep: {} } };
    listener.onPlan?.(plan as unknown as Plan, stored);
    for (let i = 0; i < found; i++)
      listener.onTrialEnd?.({ id: "" } as never, { status: "cancelled" } as never, -1);
    return Promise.resolve();
  });
  return flags.mock.calls.map(([flag]) => flag);
}

describe("follow()", () => {
  it("has V8 keep the heap small once half of many trials have ended, and of few ones never", async () => {
    expect(await told(30_000, { stored: 14_990, found: 9 })).toEqual([]);
    expect(await told(30_000, { stored: 14_990, found: 100 })).toEqual([SMALL_HEAP]);
    flags.mockClear();
    expect(await told(30_000, { stored: 30_000 })).toEqual([SMALL_HEAP]);
    flags.mockClear();
    expect(await told(20_000, { stored: 20_000 })).toEqual([]);
  });

  it("names an option that this V8 knows", async () => {
    const set = (flag: string) =>
      execa(process.execPath, ["-e", `require("v8").setFlagsFromString("${flag}")`]);
    expect((await set(SMALL_HEAP)).stderr).toBe("");
    expect((await set("--no-such-thing=40")).stderr).toContain("unrecognized");
  });
});
