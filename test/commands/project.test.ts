import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { gridient } from "./run-in.ts";
import { onTerminal } from "./on-terminal.ts";

const XOR = "dataset: xor\narchitecture: {hidden: [[2], [4]]}\neta: 5\nbatchSize: full\nepochs: 20\n";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments/deep"), { recursive: true });
  await writeFile(join(cwd, "experiments/deep/xor.yaml"), XOR);
  await writeFile(join(cwd, "experiments/_part.yaml"), "eta: 5\n");
  await settings({});
});

async function settings(content: unknown): Promise<void> {
  await writeFile(join(cwd, "package.json"), JSON.stringify({ gridient: content }));
}

async function swept(folder: string): Promise<Record<string, string>> {
  const { "timings.csv": _, ...files } = await digestsBelow(join(cwd, folder));
  return files;
}

describe("a project", () => {
  it("has its results at its root, the same from every folder of it", async () => {
    await gridient(cwd, ["sweep", "experiments/deep/xor.yaml"]);
    const fromRoot = await swept("results/deep/xor");
    const deep = join(cwd, "experiments/deep");
    const { stdout } = await gridient(deep, ["sweep", "xor.yaml"]);
    expect(stdout).toContain("results: ../../results/deep/xor, 2 of 2 trials from the store");
    expect(await swept("results/deep/xor")).toEqual(fromRoot);
    expect(await gridient(deep, ["sweep", "--check"])).toMatchObject({ exitCode: 0 });
    expect(await gridient(deep, ["show", "deep/xor"])).toMatchObject({ exitCode: 0 });
    expect(Object.keys(await digestsBelow(deep))).toEqual(["xor.yaml"]);
  });

  it("is swept, validated and planned whole where no file is named, or a folder is; parts are passed over", async () => {
    await writeFile(join(cwd, "experiments/other.yaml"), XOR);
    for (const args of [["validate"], ["validate", "experiments"]])
      expect((await gridient(cwd, args)).stdout.split("\n")).toEqual([
        "experiments/deep/xor.yaml: valid, 2 configurations, 2 trials",
        "experiments/other.yaml: valid, 2 configurations, 2 trials",
      ]);
    expect((await gridient(cwd, ["validate", "experiments/deep"])).stdout).toMatch(
      /^\S+deep\/xor\.yaml: valid[^\n]*$/,
    );
    await gridient(cwd, ["sweep", "--quiet"]);
    expect(Object.keys(await swept("results"))).toEqual(
      expect.arrayContaining(["deep/xor/trials.csv", "other/trials.csv"]),
    );
  });

  it("says so where it has no experiment", async () => {
    expect(await gridient(await temporaryFolder(), ["sweep"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("No experiment files found below experiments") as string,
    });
  });

  it("may have other defaults, which options overrule", async () => {
    await settings({ out: "tables", workers: 1 });
    await gridient(cwd, ["sweep"]);
    expect(Object.keys(await swept("tables"))).toEqual(
      expect.arrayContaining([".store/.gitignore", "deep/xor/trials.csv"]),
    );
    await gridient(cwd, ["sweep", "--out", "else"]);
    expect(Object.keys(await swept("else"))).toContain("deep/xor/trials.csv");
    expect(await gridient(cwd, ["show", "deep/xor"])).toMatchObject({ exitCode: 0 });
  });

  it("compares with its baseline where no revision is named", async () => {
    const file = "experiments/deep/xor.yaml";
    expect(await gridient(cwd, ["diff", file])).toMatchObject({ exitCode: 2 });
    await settings({ baseline: "HEAD" });
    await execa("git", ["init", "--quiet"], { cwd });
    await execa("git", ["add", "--all"], { cwd });
    await execa("git", ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "Begin"], {
      cwd,
    });
    await writeFile(join(cwd, file), XOR.replace("eta: 5", "eta: [5, 7]"));
    const named = await gridient(cwd, ["diff", "HEAD", file]);
    expect(named).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/added +2 /) as string });
    expect(await gridient(cwd, ["diff", file])).toEqual(named);
  });

  it.each([
    [{ wokers: 2 }, 'package.json: gridient has no setting "wokers"', "Did you mean workers?"],
    [{ workers: "four" }, 'gridient.workers must be a whole number of threads from 1 up (got "four")', ""],
    [{ redis: "localhost" }, "gridient.redis must be a URL such as redis://", ""],
    [{ baseline: "--upload-pack=x" }, "gridient.baseline must be a branch, tag or commit of git", ""],
    [[], "gridient must be a map of settings (got [])", ""],
  ])("refuses %j", async (content, message, hint) => {
    await settings(content);
    const { exitCode, stderr } = await gridient(cwd, ["sweep"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(await swept("results")).toEqual({});
  });

  it("lets an experiment outside git read data beside its folder, but nothing outside the project", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i % 5},${i % 3},${i % 2 ? "u" : "v"}`);
    const bare = await temporaryFolder();
    await mkdir(join(bare, "inner"));
    await writeFile(join(bare, "pts.csv"), ["a,b,y", ...rows].join("\n"));
    for (const args of [
      ["init", "experiments/pts.yaml", "--dataset", "pts.csv"],
      ["sweep", "experiments/pts.yaml"],
    ])
      expect(await gridient(bare, args)).toMatchObject({ exitCode: 0, stderr: "" });
    await writeFile(join(bare, "inner/x.yaml"), "extends: ../../y.yaml\n");
    await writeFile(join(bare, "inner/package.json"), "{}");
    await writeFile(join(bare, "inner/z.yaml"), "dataset: {name: csv, path: ../pts.csv, target: y}\n");
    for (const file of ["x.yaml", "z.yaml"])
      expect((await gridient(join(bare, "inner"), ["validate", file])).stderr).toContain(
        "inside the repository",
      );
  });
});

describe("gridient sweep --json", () => {
  it("prints an event a line: the plan, every trial, each better one, the end", async () => {
    const { exitCode, stdout, stderr } = await gridient(cwd, ["sweep", "--json"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const events = stdout.split("\n").map((line) => JSON.parse(line) as { event: string });
    const [plan, ...others] = events;
    expect(plan).toMatchObject({ event: "plan", experiment: "deep/xor", trials: 2, stored: 0 });
    expect(others.filter(({ event }) => event === "trial")).toHaveLength(2);
    expect(others.find(({ event }) => event === "trial")).toMatchObject({
      status: "completed",
      values: { "architecture.hidden": expect.any(Array) as unknown },
      metrics: { testLoss: expect.any(Number) as number },
    });
    expect(others.filter(({ event }) => event === "best").length).toBeGreaterThan(0);
    expect(others.at(-1)).toMatchObject({
      event: "done",
      complete: true,
      folder: "results/deep/xor",
      failed: [],
    });
    const again = await gridient(cwd, ["sweep", "--json"]);
    expect(again.stdout.split("\n").map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
      "plan",
      "done",
    ]);
  });
});

describe("gridient completion", () => {
  it("prints scripts that shells run, and that complete commands, options and values", async () => {
    const script = join(cwd, "completion.bash");
    await writeFile(script, `${(await gridient(cwd, ["completion", "bash"])).stdout}\n`);
    const complete = async (...words: string[]) => {
      const ask = `source ${script}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gridient; echo "\${COMPREPLY[@]}"`;
      return (await execa("bash", ["-c", ask, "bash", "gridient", ...words], { cwd })).stdout;
    };
    expect(await complete("sw")).toBe("sweep");
    expect(await complete("sweep", "--ju")).toBe("--junit");
    expect(await complete("sweep", "--runner", "b")).toBe("bullmq");
    expect(await complete("sweep", "exp")).toBe("experiments");
    expect((await gridient(cwd, ["completion", "zsh"])).stdout).toContain("bashcompinit");
    const fish = (await gridient(cwd, ["completion", "fish"])).stdout;
    expect(fish).toContain(
      "complete -c gridient -n '__fish_seen_subcommand_from sweep' -l runner -x -a 'threads bullmq'",
    );
    expect(await gridient(cwd, ["completion", "tcsh"])).toMatchObject({ exitCode: 2 });
  });
});

describe("a terminal of 0 columns", () => {
  it("counts as one of 100", async () => {
    await gridient(cwd, ["sweep", "--quiet"]);
    const args = ["show", join(cwd, "results/deep/xor")];
    expect(await onTerminal(args, 0)).toBe(await onTerminal(args, 100));
    expect(await readFile(join(cwd, "results/deep/xor/summary.md"), "utf8")).toContain(
      "npx gridient sweep experiments/deep/xor.yaml",
    );
  });
});
