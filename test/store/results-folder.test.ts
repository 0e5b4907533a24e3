import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
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

  it("clears up after a killed process: half-written results go, results moved aside come back", async () => {
    const parent = await temporary();
    const folder = join(parent, "lr");
    const dead = 2 ** 22 + 1; // beyond the largest process number
    await mkdir(join(parent, `.tmp-new-${dead}-lr`));
    await mkdir(join(parent, `.tmp-old-${dead}-lr`));
    await writeFile(join(parent, `.tmp-old-${dead}-lr`, "mine.txt"), "mine");
    await mkdir(join(parent, `.tmp-new-${dead}-other`));
    await mkdir(join(parent, `.tmp-new-${process.ppid}-lr`));
    await replaceResults(folder, [{ path: "trials.csv", content: "new" }]);
    expect(await list(folder)).toEqual(["mine.txt", "trials.csv"]);
    const others = [`.tmp-new-${dead}-other`, `.tmp-new-${process.ppid}-lr`];
    expect((await readdir(parent)).toSorted()).toEqual([...others, "lr"].toSorted());
  });

  it("leaves the old folder as it was when it cannot write", async () => {
    const parent = await temporary();
    await writeFile(join(parent, "lr"), "a file in the way");
    const failing = replaceResults(join(parent, "lr", "below"), [{ path: "trials.csv", content: "" }]);
    await expect(failing).rejects.toMatchObject({ code: "E_STORE" });
    expect(await readFile(join(parent, "lr"), "utf8")).toBe("a file in the way");
  });
});
