import { cp, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { RecordStore } from "../../src/store/record-store.ts";
import { encodeRecord } from "../../src/store/record-text.ts";
import { recordFile } from "../../src/store/store-paths.ts";
import type { StoredRecord } from "../../src/store/stored-record.ts";
import { TRAINER_VERSION } from "../../src/trials/trainer-version.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { editLine, editRecord, logsOf, storedIds, storedLines } from "../support/stored-records.ts";
import { gridient, type Ended } from "./run-in.ts";

const XOR = "{dataset: xor, architecture: {hidden: [2]}, eta: [1, 2], epochs: 3, run: {keep: last}}\n";

/** Where XOR was swept; tests that need its results take a copy. */
let swept: string;
beforeAll(async () => {
  cwd = swept = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await spec(XOR);
  await run("sweep", "experiments/xor.yaml");
});

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await spec(XOR);
});

async function spec(text: string): Promise<void> {
  await writeFile(join(cwd, "experiments", "xor.yaml"), text);
}

function run(...args: string[]): Promise<Ended> {
  return gridient(cwd, args);
}

function takeSwept(): Promise<void> {
  return cp(swept, cwd, { recursive: true });
}

const store = (): string => join(cwd, "results", ".store");

/** Digests of the files of the store; logs without their names. */
async function contents(): Promise<string[]> {
  const digests = Object.entries(await digestsBelow(store()));
  return digests.map(([path, digest]) => `${path.replace(/[^/]+\.jsonl/, "log")} ${digest}`);
}

async function weightFiles(): Promise<string[]> {
  const paths = await readdir(store(), { recursive: true });
  return paths.filter((path) => path.endsWith(".safetensors")).map((path) => join(store(), path));
}

/** Changes a number of a record; `seal` makes its checksum fit again. */
async function falsify(id: string, seal: boolean): Promise<void> {
  if (!seal) return editLine(store(), id, (text) => text.replace(/"testLoss":\[[^\]]*/, '"testLoss":[0.5'));
  await editRecord(store(), id, ({ record, kept }) => {
    const metrics = { ...record.metrics, testLoss: [0.5, 0.5, 0.5, 0.5] };
    return { kept, record: { ...record, metrics } };
  });
}

/** Returns the records as they would be read, by trial. */
async function records(): Promise<Map<string, StoredRecord | undefined>> {
  const opened = new RecordStore(store());
  const pairs = storedIds(store()).map(async (id) => [id, await opened.read(id)] as const);
  return new Map(await Promise.all(pairs));
}

describe("gridient store ls", () => {
  it("names id, status, epochs and experiment of every record", async () => {
    await takeSwept();
    const { stdout } = await run("store", "ls");
    expect(stdout).toMatch(
      /^[0-9a-f]{12} {2}completed {6}3 epochs +\S+ k?B {2}xor +xor \[2\] sigmoid, eta [12],/m,
    );
    expect(stdout).toMatch(/^2 records, \d/m);
  });
  it("--json gives a list, of an empty store an empty one", async () => {
    expect((await run("store", "ls", "--json")).stdout).toBe("[]");
    await takeSwept();
    const rows = JSON.parse((await run("store", "ls", "--json")).stdout) as object[];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ experiments: ["xor"], status: "completed", epochs: 3 });
  });
});

describe("gridient store gc", () => {
  it("leaves out the parts that experiments extend", async () => {
    await takeSwept();
    await writeFile(join(cwd, "experiments", "_base.yaml"), "eta: 1\n");
    expect(await run("store", "gc")).toMatchObject({ exitCode: 0, stdout: "nothing to remove" });
  });

  it("changes nothing without --yes, and removes with it only what no experiment needs", async () => {
    await takeSwept();
    const wanted = await contents();
    await run("sweep", "experiments/xor.yaml", "--set", "eta=[3, 4]");
    const [weights] = await weightFiles();
    await writeFile(`${weights}.damaged`, "");
    await writeFile(`${weights}.17-1.tmp`, "");
    await mkdir(join(cwd, "results", ".store", "v0", "ab"), { recursive: true });
    await writeFile(join(cwd, "results", ".store", "v0", "ab", "old.json"), "");
    const before = await digestsBelow(join(cwd, "results", ".store"));
    const { stdout } = await run("store", "gc");
    for (const text of ["2 records", "2 checkpoints", "1 damaged", "1 temporary", "1 foreign", "--yes"])
      expect(stdout).toContain(text);
    expect(await digestsBelow(join(cwd, "results", ".store"))).toEqual(before);
    expect(await run("store", "gc", "--yes")).toMatchObject({ exitCode: 0 });
    expect(await contents()).toEqual(wanted);
    expect((await run("store", "gc")).stdout).toBe("nothing to remove");
  });
  it("refuses where it cannot know what is wanted, and while a sweep is running", async () => {
    await takeSwept();
    await spec("dataset: digit\n");
    expect(await run("store", "gc", "--yes")).toMatchObject({ exitCode: 2 });
    await spec(XOR);
    await mkdir(join(cwd, "results", ".store", "claims"), { recursive: true });
    await writeFile(
      join(cwd, "results", ".store", "claims", "a"),
      JSON.stringify({ host: "elsewhere", pid: 1 }),
    );
    const { exitCode, stderr } = await run("store", "gc", "--yes");
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("claims") as string,
    });
    expect(storedIds(store())).toHaveLength(2);
  });

  it("moves what stays of records into one log: those of files, too, and neither damaged nor replaced ones", async () => {
    await takeSwept();
    const before = await records();
    const [first = "", second = ""] = before.keys();
    await run("sweep", "experiments/xor.yaml", "--fresh");
    await falsify(first, false);
    const file = recordFile(store(), second);
    const { record, kept } = before.get(second)!;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, encodeRecord({ record, kept }));
    const { stdout } = await run("store", "gc");
    for (const text of [
      "1 damaged record,",
      "2 replaced records,",
      "would move the other records of 3 files into one",
    ])
      expect(stdout).toContain(text);
    expect(await run("store", "gc", "--yes")).toMatchObject({ exitCode: 0 });
    expect(logsOf(store())).toHaveLength(1);
    expect(storedLines(store())).toHaveLength(2);
    expect(await records()).toEqual(before);
    expect((await run("store", "gc")).stdout).toBe("nothing to remove");
    expect((await run("store", "verify")).exitCode).toBe(0);
    expect((await run("sweep", "experiments/xor.yaml")).stdout).toContain("2 of 2 trials from the store");
  });
});

describe("gridient store verify", () => {
  it("is content with whole files, and names damaged records and weights", async () => {
    await takeSwept();
    expect(await run("store", "verify")).toMatchObject({
      exitCode: 0,
      stdout: "2 records and 4 files of checkpoints and pictures checked, 0 damaged",
    });
    const [[id = ""], [weights]] = [storedIds(store()), await weightFiles()];
    await falsify(id, false);
    const bytes = await readFile(weights!);
    bytes[bytes.length - 1]! ^= 1;
    await writeFile(weights!, bytes);
    const { exitCode, stdout } = await run("store", "verify");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/\.jsonl:\d: its checksum does not fit/);
    expect(stdout).toContain(".safetensors: its checksum does not fit");
  });
});

describe("gridient sweep", () => {
  it("--fresh trains all again; a record that says something else is told, replaced, and exit code 1", async () => {
    await run("sweep", "experiments/xor.yaml");
    const before = await records();
    expect(await run("sweep", "experiments/xor.yaml", "--fresh")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await records()).toEqual(before);
    await falsify([...before.keys()][0]!, true);
    expect(await records()).not.toEqual(before);
    const { exitCode, stderr } = await run("sweep", "experiments/xor.yaml", "--fresh");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/has another record than before: testLoss at epoch 0 was 0\.5, is 0\.\d+/);
    expect(await records()).toEqual(before);
  });

  it("--only trains what matches and leaves the results alone until nothing is missing", async () => {
    const part = await run("sweep", "experiments/xor.yaml", "--only", "eta>=2,architecture.hidden=[2]");
    expect(part).toMatchObject({ exitCode: 0, stderr: "" });
    expect(part.stdout).toContain(
      "results: unchanged, 1 of 2 trials not trained yet: npm run sweep experiments/xor.yaml",
    );
    expect(storedIds(store())).toHaveLength(1);
    expect(await readdir(join(cwd, "results"))).toEqual([".store"]);
    const rest = await run("sweep", "experiments/xor.yaml", "--only", "{eta: {lt: 2}}");
    expect(rest.stdout).toContain("results: results/xor, 1 of 2 trials from the store");
  });

  it.each([
    ["etta=1", "etta"],
    ["eta=9", "--only matches none of the 2 configurations"],
    ["eta", "eta must be a finite number above 0"],
    ["eta=[", "--only"],
  ])("--only %s is refused, and nothing trains", async (conditions, message) => {
    const { exitCode, stderr } = await run("sweep", "experiments/xor.yaml", "--only", conditions);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(message) as string,
    });
    expect(await readdir(cwd)).toEqual(["experiments"]);
  });

  it("ignores records of another trainer version, and says so", async () => {
    await run("sweep", "experiments/xor.yaml");
    await rename(join(store(), `v${TRAINER_VERSION}`), join(store(), "v0"));
    const { stdout, stderr } = await run("sweep", "experiments/xor.yaml");
    expect(stderr).toMatch(/^note: the store holds records of trainer version 0, which this one cannot use/);
    expect(stdout).not.toContain("from the store");
    expect((await run("sweep", "experiments/xor.yaml")).stderr).toBe("");
  });
});
