import { hash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, readlink, stat, symlink, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { replaceResults } from "../../src/store/results-folder.ts";

async function temporary(): Promise<string> {
  return mkdtemp(join(tmpdir(), "gridient-results-"));
}

async function list(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.toSorted();
}

describe("replaceResults()", () => {
  it("writes exactly the files given, folders included", async () => {
    const folder = join(await temporary(), "course", "lr");
    await replaceResults(folder, [
      { path: "summary.md", content: "a" },
      { path: "plots/curves.svg", content: "b" },
    ]);
    expect(await list(folder)).toEqual(["plots", "plots/curves.svg", "summary.md"]);
    expect(await readFile(join(folder, "summary.md"), "utf8")).toBe("a");
  });

  it("writes nothing where every file is there already", async () => {
    const folder = join(await temporary(), "lr");
    const files = [{ path: "trials.csv", content: "a" }];
    await replaceResults(folder, files);
    const { ino } = await stat(join(folder, "trials.csv"));
    await replaceResults(folder, files);
    expect((await stat(join(folder, "trials.csv"))).ino).toBe(ino);
    await replaceResults(folder, [{ path: "trials.csv", content: "b" }]);
    expect(await readFile(join(folder, "trials.csv"), "utf8")).toBe("b");
  });

  it("removes stale files of ours, keeps files of others, leaves no temporary folder", async () => {
    const parent = await temporary();
    const folder = join(parent, "lr");
    await replaceResults(folder, [
      { path: "epochs.csv", content: "old" },
      { path: "plots/old.svg", content: "" },
    ]);
    await mkdir(join(folder, "notes"));
    await writeFile(join(folder, "notes", "mine.txt"), "mine");
    await replaceResults(folder, [{ path: "trials.csv", content: "new" }]);
    expect(await list(folder)).toEqual(["notes", "notes/mine.txt", "trials.csv"]);
    expect(await readdir(parent)).toEqual(["lr"]);
  });

  it("keeps the user's links as they are, and follows none to where it would write", async () => {
    const parent = await temporary();
    const folder = join(parent, "lr");
    await mkdir(join(parent, "elsewhere"));
    await replaceResults(folder, [{ path: "trials.csv", content: "old" }]);
    await symlink("../elsewhere", join(folder, "notes"));
    await symlink("nowhere", join(folder, "lost"));
    await replaceResults(folder, [{ path: "trials.csv", content: "new" }]);
    expect([await readlink(join(folder, "notes")), await readlink(join(folder, "lost"))]).toEqual([
      "../elsewhere",
      "nowhere",
    ]);
    await symlink("../elsewhere", join(folder, "plots"));
    const failing = replaceResults(folder, [{ path: "plots/a.svg", content: "" }]);
    await expect(failing).rejects.toMatchObject({
      code: "E_STORE",
      hint: "what is there already must be a folder",
    });
    expect(await readFile(join(folder, "trials.csv"), "utf8")).toBe("new");
    expect(await list(join(parent, "elsewhere"))).toEqual([]);
  });

  it("refuses a file in its place, which stays", async () => {
    const file = join(await temporary(), "lr");
    await writeFile(file, "mine");
    const failing = replaceResults(file, [{ path: "trials.csv", content: "" }]);
    await expect(failing).rejects.toMatchObject({
      code: "E_STORE",
      hint: "what is there already must be a folder",
    });
    expect(await readFile(file, "utf8")).toBe("mine");
  });

  it("clears up after a killed process: half-written results go, results moved aside come back", async () => {
    const parent = await temporary();
    const folder = join(parent, "lr");
    const dead = 2 ** 22 + 1; // beyond the largest process number
    const at = (role: string, pid: number, name = "lr", host = hostname()): string =>
      `.tmp-${role}-${hash("sha256", host).slice(0, 8)}-${pid}-1-${name}`;
    const others = [at("new", dead, "other"), at("new", process.ppid), at("new", dead, "lr", "elsewhere")];
    for (const name of [at("new", dead), at("old", dead), ...others]) await mkdir(join(parent, name));
    await writeFile(join(parent, at("old", dead), "mine.txt"), "mine");
    await replaceResults(folder, [{ path: "trials.csv", content: "new" }]);
    expect(await list(folder)).toEqual(["mine.txt", "trials.csv"]);
    expect((await readdir(parent)).toSorted()).toEqual([...others, "lr"].toSorted());
    await mkdir(join(parent, at("old", dead)));
    await writeFile(join(parent, at("old", dead), "more.txt"), "mine");
    await writeFile(join(parent, at("old", dead), "trials.csv"), "older");
    await replaceResults(folder, [{ path: "trials.csv", content: "newer" }]);
    expect(await list(folder)).toEqual(["mine.txt", "more.txt", "trials.csv"]);
    expect(await readFile(join(folder, "trials.csv"), "utf8")).toBe("newer");
  });

  it("leaves the old folder as it was when it cannot write", async () => {
    const parent = await temporary();
    await writeFile(join(parent, "lr"), "a file in the way");
    const failing = replaceResults(join(parent, "lr", "below"), [{ path: "trials.csv", content: "" }]);
    await expect(failing).rejects.toMatchObject({ code: "E_STORE" });
    expect(await readFile(join(parent, "lr"), "utf8")).toBe("a file in the way");
  });
});
