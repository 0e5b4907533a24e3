import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CLI, gridient as gridientIn, type Ended } from "../commands/run-in.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { storedIds } from "../support/stored-records.ts";

const XOR =
  "dataset: xor\narchitecture: {hidden: [[], [4]]}\neta: 5\nbatchSize: full\nepochs: 300\nreplicates: 3\n";

/** Where XOR was swept; tests that need its results take a copy. */
let swept: string;
beforeAll(async () => {
  cwd = swept = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await spec("xor", XOR);
  await gridient(["sweep", "experiments/xor.yaml"]);
});

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await spec("xor", XOR);
});

async function spec(name: string, text: string): Promise<void> {
  await writeFile(join(cwd, "experiments", `${name}.yaml`), text);
}

function takeSwept(): Promise<void> {
  return cp(swept, cwd, { recursive: true });
}

/** As a process, where that is what is tested. */
function start(args: readonly string[], env: NodeJS.ProcessEnv = { NO_COLOR: "1" }) {
  return execa(process.execPath, [CLI, ...args], { cwd, reject: false, env });
}

function gridient(args: readonly string[]): Promise<Ended> {
  return gridientIn(cwd, args);
}

describe("gridient sweep", () => {
  it("trains, prints the table, writes the files, and the second time reads the store", async () => {
    const first = await start(["sweep", "experiments/xor.yaml"]);
    expect(first).toMatchObject({ exitCode: 0, stderr: "" });
    expect(first.stdout).toContain("hidden");
    expect(first.stdout).toContain("results: results/xor");
    const files = await digestsBelow(join(cwd, "results", "xor"));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["epochs.csv", "summary.json", "summary.md", "timings.csv", "trials.csv"]),
    );
    const second = await start(["sweep", "experiments/xor.yaml"]);
    expect(second.stdout).toContain("6 of 6 trials from the store");
    expect(await digestsBelow(join(cwd, "results", "xor"))).toEqual(files);
  });

  it("writes the tables elsewhere with --out", async () => {
    await gridient(["sweep", "experiments/xor.yaml", "--out", "elsewhere", "--workers", "1"]);
    expect(await readdir(join(cwd, "elsewhere", "xor"))).toContain("trials.csv");
    expect(await readdir(join(cwd, "results"))).toEqual([".store"]);
  });

  it("tells every problem of every file with its place, exits 2, trains and changes nothing", async () => {
    await spec("bad", "dataset: digit\narchitecture: {hidden: [0]}\nlearning_rate: 1\nepochs: 1.5\n");
    const { exitCode, stderr, stdout } = await gridient([
      "sweep",
      "experiments/bad.yaml",
      "experiments/xor.yaml",
    ]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    for (const place of ["bad.yaml:1:10", "bad.yaml:2:25", "bad.yaml:3:1", "bad.yaml:4:9"])
      expect(stderr).toContain(place);
    expect(stderr).toContain("eta");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await readdir(cwd)).toEqual(["experiments"]);
  });

  it("--check finds the same bytes, names what differs, and changes nothing", async () => {
    await takeSwept();
    const same = await start(["sweep", "--check", "experiments/xor.yaml"]);
    expect(same).toMatchObject({ exitCode: 0, stdout: "same bytes  results/xor" });
    const file = join(cwd, "results/xor/trials.csv");
    const [header, first, ...rows] = (await readFile(file, "utf8")).split("\n");
    await writeFile(file, [header, first!.replace(/[^,]*$/, "0.99"), ...rows].join("\n"));
    await writeFile(join(cwd, "results/xor/plots/stale.svg"), "");
    const before = await digestsBelow(join(cwd, "results"));
    const other = await gridient(["sweep", "--check", "experiments/xor.yaml", "--store", "fresh"]);
    expect(other.exitCode).toBe(1);
    expect(other.stdout).toMatch(/trials\.csv: trial 0, testAccuracy: 0\.99 is committed, [\d.]+ is right/);
    expect(other.stdout).toContain("plots/stale.svg: should not exist");
    expect(await digestsBelow(join(cwd, "results"))).toEqual(before);
  });

  it("refuses a name that would leave or hide the results", async () => {
    for (const name of [".store", "."]) {
      await spec(name, XOR);
      const { exitCode, stderr } = await gridient(["sweep", `experiments/${name}.yaml`]);
      expect({ exitCode, stderr }).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining("no leading dots") as string,
      });
    }
    expect(await readdir(cwd)).toEqual(["experiments"]);
  });

  it("refuses two experiments with the same name before the start", async () => {
    await mkdir(join(cwd, "other"));
    await writeFile(join(cwd, "other", "xor.yaml"), XOR);
    const { exitCode, stderr } = await gridient(["sweep", "experiments/xor.yaml", "other/xor.yaml"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"xor"');
    expect(await readdir(cwd)).toEqual(["experiments", "other"]);
  });

  it("exits 1 when a trial fails, names the reason and the command, and still writes the tables", async () => {
    await spec(
      "slow",
      "dataset: digits\narchitecture: {hidden: [100]}\neta: 1\nepochs: 5000\nrun: {timeout: 0.5}\n",
    );
    const { exitCode, stderr } = await start(["sweep", "experiments/slow.yaml"]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("run.timeout");
    expect(stderr).toContain("npm run sweep experiments/slow.yaml");
    expect(stderr).toContain("gridient -- repro experiments/slow.yaml 0 > trial.yaml");
    const summary = JSON.parse(await readFile(join(cwd, "results/slow/summary.json"), "utf8")) as {
      complete: boolean;
    };
    expect(summary.complete).toBe(false);
  });

  it("ends with 130 at Ctrl-C, keeps finished records, does not touch results", async () => {
    await spec(
      "long",
      "dataset: {name: digits, train: 4000}\narchitecture: {hidden: [30]}\neta: 1\nepochs: 20\nreplicates: 200\n",
    );
    const running = start(["sweep", "experiments/long.yaml", "--workers", "2"]);
    const store = join(cwd, "results", ".store");
    while (storedIds(store).length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    running.kill("SIGINT");
    const { exitCode, stderr } = await running;
    expect(exitCode).toBe(130);
    expect(stderr).toMatch(/cancelled: \d+ of 200 trials are stored/);
    expect(await readdir(join(cwd, "results"))).toEqual([".store"]);
  });
});

describe("gridient verify", () => {
  it("retrains a sample without the store, always the same one, and finds the same rows", async () => {
    await takeSwept();
    await rm(join(cwd, "results", ".store"), { recursive: true });
    const verify = () => gridient(["verify", "experiments/xor.yaml", "--sample", "2"]);
    const first = await verify();
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.stdout).toMatch(/^same rows {2}results\/xor, retrained: trial \d, \d$/);
    expect((await verify()).stdout).toBe(first.stdout);
    expect(await readdir(join(cwd, "results"))).toEqual(["xor"]);
  });

  it("names the first differing epoch of a changed row, and rows that are missing", async () => {
    await takeSwept();
    const file = join(cwd, "results/xor/epochs.csv");
    const lines = (await readFile(file, "utf8")).split("\n");
    const changed = lines.findIndex((line) => line.includes(",7,"));
    await writeFile(
      file,
      lines.map((line, i) => (i === changed ? line.replace(/[^,]*$/, "0.99") : line)).join("\n"),
    );
    const { exitCode, stdout } = await gridient(["verify", "experiments/xor.yaml"]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/epochs\.csv: trial \d, epoch \d+, testAccuracy: 0\.99 is committed/);
    await rm(join(cwd, "results/xor/trials.csv"));
    expect((await gridient(["verify", "experiments/xor.yaml"])).stdout).toContain("trials.csv: is missing");
  });
});

describe("gridient validate and plan", () => {
  it("validate says what a valid file comes to", async () => {
    const { exitCode, stdout } = await gridient(["validate", "experiments/xor.yaml"]);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: "experiments/xor.yaml: valid, 2 configurations, 6 trials",
    });
  });
  it("plan shows configurations, sizes and time; --json gives the counts and the list", async () => {
    const table = await gridient(["plan", "experiments/xor.yaml"]);
    expect(table.stdout).toContain("2 configurations x 3 replicates = 6 trials");
    const { stdout } = await gridient(["plan", "experiments/xor.yaml", "--json"]);
    const plan = JSON.parse(stdout) as { list: { parameters: number; multiplyAdds: number }[] };
    expect(plan).toMatchObject({ name: "xor", configurations: 2, replicates: 3, trials: 6 });
    expect(plan.list.map(({ parameters }) => parameters)).toEqual([2 * 2 + 2, 2 * 4 + 4 + 4 * 2 + 2]);
  });
  it("refuse a grid beyond --limit", async () => {
    const { exitCode, stderr } = await gridient(["plan", "experiments/xor.yaml", "--limit", "1"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("2");
  });
});

describe("gridient report", () => {
  const page = "<!-- gridient:table results/xor leaderboard -->\n<!-- /gridient -->\n";

  it("--check finds a stale table, --write fills it, --check is content", async () => {
    await takeSwept();
    await writeFile(join(cwd, "page.md"), page);
    expect(await gridient(["report", "--write", "page.md", "--check"])).toMatchObject({ exitCode: 1 });
    expect(await readFile(join(cwd, "page.md"), "utf8")).toBe(page);
    expect(await gridient(["report", "--write", "page.md"])).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(cwd, "page.md"), "utf8")).toContain("| hidden |");
    expect(await gridient(["report", "--write", "page.md", "--check"])).toMatchObject({
      exitCode: 0,
      stdout: "",
    });
  });

  it("writes results again from the store without training, and checks them", async () => {
    await takeSwept();
    const swept = await digestsBelow(join(cwd, "results", "xor"));
    expect(await gridient(["report", "xor", "--check"])).toMatchObject({
      exitCode: 0,
      stdout: "same bytes  results/xor",
    });
    await rm(join(cwd, "results/xor/summary.md"));
    const stale = await gridient(["report", "experiments/xor.yaml", "--check"]);
    expect(stale).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining("summary.md: is missing") as string,
    });
    expect(await gridient(["report", "xor"])).toMatchObject({ exitCode: 0, stdout: "results: results/xor" });
    expect(await digestsBelow(join(cwd, "results", "xor"))).toEqual(swept);
  });

  it("says how many records are missing, and writes nothing then", async () => {
    await takeSwept();
    await spec("xor", XOR.replace("replicates: 3", "replicates: 4"));
    const before = await digestsBelow(join(cwd, "results"));
    const { exitCode, stderr } = await gridient(["report", "xor"]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("without a record: 2 of 8");
    expect(await digestsBelow(join(cwd, "results"))).toEqual(before);
    expect(await gridient(["report"])).toMatchObject({ exitCode: 2 });
  });

  it("reads nothing outside the current folder", async () => {
    await takeSwept();
    cwd = join(cwd, "docs");
    await mkdir(cwd);
    await writeFile(join(cwd, "page.md"), page.replace("results/xor", "../results/xor"));
    const { exitCode, stderr } = await gridient(["report", "--write", "page.md"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("page.md:1:1");
  });
});

describe("gridient data", () => {
  it("describes a data set", async () => {
    const { exitCode, stdout } = await gridient(["data", "xor"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("2 classes");
  });
  it("lists the known ones when the name is wrong", async () => {
    const { exitCode, stderr } = await gridient(["data", "cifar"]);
    expect(exitCode).toBe(2);
    for (const name of ["digits", "mnist", "xor", "moons", "spirals", "blobs"])
      expect(stderr).toContain(name);
  });
});

describe("the command line", () => {
  it("shows an example in the --help of every command", async () => {
    const { stdout: help } = await gridient(["--help"]);
    const groups = help.split("Write experiments:")[1]!;
    const commands = [...groups.matchAll(/^ {2}([a-z]+(?:-[a-z]+)*) /gm)].map(([, name]) => name!);
    expect(commands).toEqual(expect.arrayContaining(["sweep", "validate", "plan", "data", "schema"]));
    for (const command of commands.filter((name) => name !== "help")) {
      const { exitCode, stdout } = await gridient([command, "--help"]);
      expect({ command, exitCode }).toEqual({ command, exitCode: 0 });
      expect(stdout).toContain(`$ gridient ${command}`);
    }
  });
  it("exits 2 as a process, too", async () => {
    const { exitCode, stderr } = await start(["swep"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Did you mean sweep?");
  });
  it.each([
    ["an unknown option", ["sweep", "experiments/xor.yaml", "--worker", "2"], "Did you mean --workers?"],
    [
      "a bad number",
      ["sweep", "experiments/xor.yaml", "--workers", "two"],
      "It must be an integer of at least 1",
    ],
    ["a missing file", ["sweep", "experiments/none.yaml"], "none.yaml"],
    ["a folder that is not there", ["sweep", "experiments/nowhere"], "File not found: experiments/nowhere"],
  ])("exits 2 for %s and says what to do", async (_, args, hint) => {
    const { exitCode, stderr } = await gridient(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(hint);
  });
  it("prints no escape sequences into a pipe", async () => {
    const { stdout, stderr } = await start(["sweep", "experiments/xor.yaml"], {
      FORCE_COLOR: undefined,
      CI: "1",
    });
    expect(`${stdout}${stderr}`).not.toContain("\u001b");
  });
});
