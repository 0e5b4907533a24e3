import { mkdir, mkdtemp, readdir, readFile, readlink, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { THIS_PROCESS, type ProcessName } from "../../src/files/this-process.ts";
import { replaceResults } from "../../src/store/results-folder.ts";

async function temporary(): Promise<string> {
  return mkdtemp(join(tmpdir(), "gridient-results-"));
}

/** No machine numbers processes that high. */
const DEAD: ProcessName = { ...THIS_PROCESS, pid: 2 ** 30 };

/** A process that runs. */
async function parentProcess(): Promise<ProcessName> {
  const status = await readFile(`/proc/${process.ppid}/stat`, "utf8").catch(() => "");
  const started = status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  return { ...THIS_PROCESS, pid: process.ppid, started };
}

function leftBy({ machine, pid, started }: ProcessName, role: string, name = "lr"): string {
  return `.tmp-${role}-${machine}-${pid}-${started}-0a1b2c3d-${name}`;
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
      hint: "a file is in its place",
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
      hint: "a file is in its place",
    });
    expect(await readFile(file, "utf8")).toBe("mine");
  });

  it("clears up after a killed process: half-written results go, results moved aside come back", async () => {
    const parent = await temporary();
    const folder = join(parent, "lr");
    const others = [
      leftBy(DEAD, "new", "other"),
      leftBy(await parentProcess(), "new"),
      leftBy({ ...DEAD, machine: "0123abcd" }, "new"),
    ];
    for (const name of [leftBy(DEAD, "new"), leftBy(DEAD, "old"), ...others]) await mkdir(join(parent, name));
    await writeFile(join(parent, leftBy(DEAD, "old"), "mine.txt"), "mine");
    await replaceResults(folder, [{ path: "trials.csv", content: "new" }]);
    expect(await list(folder)).toEqual(["mine.txt", "trials.csv"]);
    expect((await readdir(parent)).toSorted()).toEqual([...others, "lr"].toSorted());
    await mkdir(join(parent, leftBy(DEAD, "old")));
    await writeFile(join(parent, leftBy(DEAD, "old"), "more.txt"), "mine");
    await writeFile(join(parent, leftBy(DEAD, "old"), "trials.csv"), "older");
    await replaceResults(folder, [{ path: "trials.csv", content: "newer" }]);
    expect(await list(folder)).toEqual(["mine.txt", "more.txt", "trials.csv"]);
    expect(await readFile(join(folder, "trials.csv"), "utf8")).toBe("newer");
  });

  it.runIf(THIS_PROCESS.started !== "")(
    "clears up after a process whose number was given again, this process's own number included",
    async () => {
      const parent = await temporary();
      const folder = join(parent, "lr");
      const left = [
        leftBy({ ...THIS_PROCESS, started: "1" }, "old"),
        leftBy({ ...(await parentProcess()), started: "1" }, "old"),
      ];
      for (const [i, name] of left.entries()) {
        await mkdir(join(parent, name));
        await writeFile(join(parent, name, `${i}.txt`), "mine");
        await writeFile(join(parent, name, "trials.csv"), "older");
      }
      await replaceResults(folder, [{ path: "trials.csv", content: "new" }]);
      expect(await list(folder)).toEqual(["0.txt", "1.txt", "trials.csv"]);
      expect(await readFile(join(folder, "trials.csv"), "utf8")).toBe("new");
      expect(await readdir(parent)).toEqual(["lr"]);
    },
  );

  it("leaves the old folder as it was when it cannot write", async () => {
    const parent = await temporary();
    await writeFile(join(parent, "lr"), "a file in the way");
    const failing = replaceResults(join(parent, "lr", "below"), [{ path: "trials.csv", content: "" }]);
    await expect(failing).rejects.toMatchObject({ code: "E_STORE" });
    expect(await readFile(join(parent, "lr"), "utf8")).toBe("a file in the way");
  });
});
