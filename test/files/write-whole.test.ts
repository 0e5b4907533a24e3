import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { writeWhole } from "../../src/files/write-whole.ts";
import { temporaryFolder } from "../support/folders.ts";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

describe("writeWhole()", () => {
  it("replaces a file, keeps its permissions and leaves nothing beside it", async () => {
    const file = join(folder, "script");
    await writeFile(file, "old");
    await chmod(file, 0o750);
    await writeWhole(file, Buffer.from("new"));
    expect(await readFile(file, "utf8")).toBe("new");
    expect((await stat(file)).mode & 0o777).toBe(0o750);
    expect(await readdir(folder)).toEqual(["script"]);
  });

  it("replaces the file that a symbolic link leads to", async () => {
    await mkdir(join(folder, "real"));
    await writeFile(join(folder, "real", "file"), "old");
    await symlink("real/file", join(folder, "link"));
    await writeWhole(join(folder, "link"), "new");
    expect(await readFile(join(folder, "real", "file"), "utf8")).toBe("new");
    expect(await readdir(join(folder, "real"))).toEqual(["file"]);
  });

  it("writes contents that come in pieces, all or nothing", async () => {
    const file = join(folder, "file");
    const pieces = function* (error?: Error): Generator<string> {
      yield* ["one,", "two"];
      if (error) throw error;
    };
    await writeWhole(file, pieces());
    await expect(writeWhole(file, pieces(new Error("no more")))).rejects.toThrow("no more");
    expect(await readFile(file, "utf8")).toBe("one,two");
    expect(await readdir(folder)).toEqual(["file"]);
  });

  it("leaves nothing behind when it cannot", async () => {
    await mkdir(join(folder, "taken", "below"), { recursive: true });
    await expect(writeWhole(join(folder, "taken"), "new")).rejects.toMatchObject({ syscall: "rename" });
    expect(await readdir(folder)).toEqual(["taken"]);
  });
});
