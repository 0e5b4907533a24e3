import { describe, expect, it } from "vitest";
import { renamePatiently } from "../../src/files/rename-patiently.ts";

/** Returns a rename that fails with a code so often, and the calls. */
function failing(code: string, times: number): { rename: () => Promise<void>; calls: () => number } {
  let calls = 0;
  const rename = (): Promise<void> => {
    calls += 1;
    return calls > times ? Promise.resolve() : Promise.reject(Object.assign(new Error(code), { code }));
  };
  return { rename, calls: () => calls };
}

describe("renamePatiently", () => {
  it.each(["EACCES", "EBUSY", "EPERM"])("tries again on Windows after %s", async (code) => {
    const { rename, calls } = failing(code, 3);
    await renamePatiently("a", "b", { platform: "win32", rename });
    expect(calls()).toBe(4);
  });

  it("gives up on Windows where the file stays open, and at once after other errors and on other systems", async () => {
    const held = failing("EPERM", 100);
    await expect(renamePatiently("a", "b", { platform: "win32", rename: held.rename })).rejects.toThrow(
      "EPERM",
    );
    expect(held.calls()).toBe(7);
    for (const [platform, code] of [
      ["win32", "ENOENT"],
      ["linux", "EPERM"],
    ] as const) {
      const { rename, calls } = failing(code, 100);
      await expect(renamePatiently("a", "b", { platform, rename })).rejects.toThrow(code);
      expect(calls()).toBe(1);
    }
  });
});
