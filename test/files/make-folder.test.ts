import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../src/files/make-folder.ts";
import { temporaryFolder } from "../support/folders.ts";

test("makeFolder() makes what is missing, also several times at once", async () => {
  const folder = join(await temporaryFolder(), "a/b/c");
  await Promise.all([1, 2, 3].map(() => makeFolder(folder)));
  expect((await stat(folder)).isDirectory()).toBe(true);
  await makeFolder(folder);
});

test("makeFolder() tells why the system refuses, below a file and where it has no room", async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");
  await expect(makeFolder(join(file, "a/b"))).rejects.toThrow("EEXIST");
});

test.runIf(process.platform === "linux")(
  "makeFolder() ends below /proc, where Node's own goes on for ever",
  async () => {
    await expect(makeFolder("/proc/gridient/a")).rejects.toThrow(
      "ENOENT: no such file or directory, mkdir '/proc/gridient'",
    );
  },
);
