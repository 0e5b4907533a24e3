import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { writeWhole } from "../../src/files/write-whole.ts";
import { temporaryFolder } from "../support/folders.ts";

const BUILT = new URL("../../dist/files/write-whole.js", import.meta.url).href;

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

  it("writes into a pipe, which stays one", async () => {
    const pipe = join(folder, "pipe");
    await execa("mkfifo", [pipe]);
    for (const contents of ["as text", new TextEncoder().encode("as bytes"), ["in ", "pieces"]]) {
      const reader = execa("cat", [pipe]);
      await writeWhole(pipe, contents);
      const { stdout } = await reader;
      expect(stdout).toBe(contents instanceof Uint8Array ? "as bytes" : [contents].flat().join(""));
    }
    expect((await stat(pipe)).isFIFO()).toBe(true);
    expect(await readdir(folder)).toEqual(["pipe"]);
  });

  it("writes nothing into a pipe where contents throw on their way", async () => {
    const pipe = join(folder, "pipe");
    await execa("mkfifo", [pipe]);
    const reader = execa("timeout", ["1", "cat", pipe], { reject: false });
    const pieces = function* (): Generator<string> {
      yield "half";
      throw new Error("no more");
    };
    await expect(writeWhole(pipe, pieces())).rejects.toThrow("no more");
    expect((await reader).stdout).toBe("");
  });

  it.runIf(existsSync("/dev/stdout"))(
    "writes to /dev/stdout whatever it is, a file that grows included",
    async () => {
      const script = `const { writeWhole } = await import(process.argv[1]); await writeWhole("/dev/stdout", ["a", "b"]);`;
      const args = ["--input-type=module", "--eval", script, BUILT];
      expect((await execa(process.execPath, args)).stdout).toBe("ab");
      const file = join(folder, "file");
      await writeFile(file, "before,");
      await execa("sh", ["-c", '"$0" "$@" >> "$FILE"', process.execPath, ...args], { env: { FILE: file } });
      expect(await readFile(file, "utf8")).toBe("before,ab");
    },
  );

  it.runIf(existsSync("/dev/full"))("reports a full device, which stays one", async () => {
    await expect(writeWhole("/dev/full", "text")).rejects.toMatchObject({ code: "ENOSPC" });
    expect((await stat("/dev/full")).isCharacterDevice()).toBe(true);
  });
});
