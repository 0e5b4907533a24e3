import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { HOSTILE_STRINGS } from "../../security/hostile-strings.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { gridient, type Ended } from "../run-in.ts";

const MOONS = {
  dataset: "moons",
  architecture: { hidden: [8], output: "softmax" },
  loss: "crossEntropy",
  epochs: 10,
  replicates: 4,
};
const GIT = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.org",
  GIT_CONFIG_GLOBAL: "/dev/null",
};

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await git("init", "--quiet", "--initial-branch=main");
  await write("package.json", "{}");
  await spec("try", { ...MOONS, eta: 0.03 });
  await spec("other", { ...MOONS, eta: 0.1, replicates: 2 });
  await gridient(cwd, ["sweep", "--quiet"]);
  await commit();
});

async function git(...args: readonly string[]): Promise<string> {
  return (await execa("git", args, { cwd, env: GIT })).stdout;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(join(cwd, file, ".."), { recursive: true });
  await writeFile(join(cwd, file), text);
}

const spec = (name: string, content: object): Promise<void> =>
  write(`experiments/${name}.yaml`, stringify(content));

async function commit(): Promise<void> {
  await git("add", "experiments", "results");
  await git("commit", "--quiet", "--message", "Commit");
}

/** Goes back to what is committed. */
afterEach(async () => {
  await git("checkout", "--quiet", "experiments", "results");
  await git("clean", "--quiet", "--force", "-d", "experiments", "results");
});

/** Runs `gridient review`, and returns also the first line of what it prints. */
async function review(...args: readonly string[]): Promise<Ended & { first: string }> {
  const ended = await gridient(cwd, ["review", ...args]);
  return { ...ended, first: ended.stdout.split("\n")[0]! };
}

describe("gridient review", () => {
  it("says in its first line that nothing changes, and that all checks pass", async () => {
    const { exitCode, first, stdout } = await review("--check", "--verify", "1");
    expect(exitCode).toBe(0);
    expect(first).toBe("✅ **No trial and no result changes** (2 experiments). All 4 checks pass.");
    expect(stdout).toContain("<summary>Checks that pass</summary>");
    expect((await review()).first).toBe("**No trial and no result changes** (2 experiments).");
  });

  it("shows a gain with its paired difference, what changes in spec and results, cost and curves", async () => {
    await spec("try", { ...MOONS, eta: 0.1 });
    await gridient(cwd, ["sweep", "experiments/try.yaml", "--quiet"]);
    const { exitCode, first, stdout } = await review("--check", "--base", "main");
    expect(exitCode).toBe(0);
    expect(first).toBe(
      "✅ **try gets better**: test accuracy of the best setting at the last epoch 84.7 ± 0.7 % → 87.0 ± 0.6 % (+2.3 ± 0.1 points in 4 pairs). All 2 checks pass.",
    );
    expect(stdout.replaceAll("\u00a0", " ")).toContain(
      "| [try](results/try/summary.md) | eta: 0.03 → 0.1 | 84.7 ± 0.7 % | 87.0 ± 0.6 % | +2.3 ± 0.1 points | **better** | 1 passed |",
    );
    expect(stdout).toMatch(
      /^The gain is above 0.* The change trains 4 new trials \(.* multiply-adds, .* on this machine\), drops 4 and keeps 0\.$/m,
    );
    expect(stdout).toContain("![Curves of try after the change](results/try/plots/learning-curves.svg)");
    expect(stdout).toContain("| eta | 0.03 | 0.1 |");
    expect(stdout).toContain("- Before: Test accuracy at the last epoch: 84.7 ± 0.7 %");
    expect(stdout).toContain("<sub>Compared with main; gridient");
  });

  it("regenerates results that nobody committed, and says that the committed ones are not up to date", async () => {
    await spec("try", { ...MOONS, eta: 0.1 });
    const { exitCode, first, stdout } = await review("--check");
    expect(exitCode).toBe(1);
    expect(first).toMatch(/^❌ \*\*1 check fails\.\*\* \*\*try gets better\*\*: .*87\.0 ± 0\.6 %/);
    expect(stdout).toContain(
      "The results here were regenerated, because the committed ones are not up to date: sweep, and commit them.",
    );
    expect(stdout).not.toContain("![");
    expect(stdout).toMatch(/^\| experiments\/try\.yaml \| the committed results are the same \| /m);
  });

  it("counts what changes where several experiments do, and names new and removed ones", async () => {
    await spec("new", { ...MOONS, eta: 0.2 });
    await spec("try", { ...MOONS, eta: 0.01 });
    await rm(join(cwd, "experiments/other.yaml"));
    await gridient(cwd, ["sweep", "--quiet"]);
    const { first, stdout } = await review();
    expect(first).toBe(
      "**2 of 2 experiments change**: 1 new, 1 undecided. An experiment is removed: experiments/other.yaml.",
    );
    expect(stdout).toContain("#### new\n\nThe change trains 4 new trials");
    expect(stdout).toContain("#### try\n\n");
  });

  it("names a new experiment with its answer", async () => {
    await spec("new", { ...MOONS, eta: [0.2, 0.3] });
    await gridient(cwd, ["sweep", "experiments/new.yaml", "--quiet"]);
    expect((await review()).first).toMatch(
      /^\*\*new is new\.\*\* Best: eta = 0\.\d, with a test accuracy of /,
    );
  });

  it("leaves open what the replicates do not decide, and says how many would", async () => {
    await spec("try", { ...MOONS, eta: 0.01 });
    await gridient(cwd, ["sweep", "experiments/try.yaml", "--quiet"]);
    const { first, stdout } = await review();
    expect(first).toMatch(/^\*\*try may have changed \(undecided\)\*\*: /);
    expect(stdout).toMatch(/about \d+ more replicates? would decide it\. /);
  });

  it("says what gets worse, which fails no check", async () => {
    await spec("other", { ...MOONS, eta: 0.03, replicates: 2 });
    await gridient(cwd, ["sweep", "experiments/other.yaml", "--quiet"]);
    const { exitCode, first } = await review("--check");
    expect(exitCode).toBe(0);
    expect(first).toMatch(
      /^✅ \*\*other gets worse\*\*: .* \(-\d\.\d ± \d\.\d points in 2 pairs\)\. All 2 checks pass\.$/,
    );
  });

  it("puts failed checks first, at exit code 1", async () => {
    await spec("try", { ...MOONS, eta: 0.03, expect: [{ because: "it learns", of: "best", atLeast: 0.99 }] });
    const { exitCode, first, stdout } = await review("--check");
    expect(exitCode).toBe(1);
    expect(first).toMatch(/^❌ /);
    expect(stdout).toContain("| experiments/try.yaml | it learns: ");
  });

  it("lists mistakes of experiments, at exit code 2, and trains nothing", async () => {
    await write("experiments/try.yaml", "dataset: moons\netta: 1\n");
    const { exitCode, first, stdout, stderr } = await review("--check");
    expect(exitCode).toBe(2);
    expect(first).toMatch(/^❌ \*\*\d mistakes? in the experiments\*\*, so nothing was compared\.$/);
    expect(stdout).toContain("| [experiments/try.yaml:2](experiments/try.yaml#L2) | ");
    expect(stderr).toContain("experiments/try.yaml:2:1");
  });

  it.each(["missing", "-x", "main..HEAD"])("refuses the base %j", async (base) => {
    expect(await review(`--base=${base}`)).toMatchObject({ exitCode: 2, stdout: "" });
  });

  it("links to the files of the commits in a job, also those of a fork", async () => {
    await spec("try", { ...MOONS, eta: 0.1 });
    await gridient(cwd, ["sweep", "experiments/try.yaml", "--quiet"]);
    const head = { sha: "b".repeat(40), repo: { full_name: "fork/project" } };
    await write("event.json", JSON.stringify({ pull_request: { number: 5, head } }));
    const env = {
      GITHUB_ACTIONS: "true",
      GITHUB_REPOSITORY: "someone/project",
      GITHUB_EVENT_PATH: join(cwd, "event.json"),
    };
    const { stdout } = await gridient(cwd, ["review"], env);
    const base = await git("rev-parse", "HEAD");
    expect(stdout).toContain(`(https://github.com/fork/project/blob/${head.sha}/results/try/summary.md)`);
    for (const root of [`someone/project/raw/${base}`, `fork/project/raw/${head.sha}`])
      expect(stdout).toContain(`](https://github.com/${root}/results/try/plots/learning-curves.svg)`);
  });
});

describe("hostile text in experiments", () => {
  it("mentions no one, links nowhere and starts no command in a comment", async () => {
    const hostile = [
      ...Object.values(HOSTILE_STRINGS)
        .flat()
        .filter((text) => text.length < 100),
      "@someone please look",
      "fixes #12, GH-13, !14 and &15",
      "/close",
      "https://example.org/phish www.example.org",
    ];
    const variants = Object.fromEntries(hostile.map((name, i) => [name, { eta: (i + 1) / 100 }]));
    const because = hostile.join(" ");
    await spec("try", {
      ...MOONS,
      replicates: 1,
      epochs: 1,
      description: because,
      sweep: { variants },
      expect: [{ because, of: "best", atLeast: 0.999 }],
    });
    await gridient(cwd, ["sweep", "experiments/try.yaml", "--quiet"]);
    const { stdout } = await review("--check");
    expect(stdout).toContain("@&#8203;someone");
    const shown = stdout.replaceAll(/\]\([\w./-]*\)/g, "]");
    expect(shown).not.toMatch(/@(?!&#8203;)|(?<!&)#\d|[!]\d|GH-\d|:\/\/|www\./i);
    expect(shown).not.toMatch(/^\s*\//m);
    const html = [...shown.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
    expect(new Set(html)).toEqual(
      new Set(["<details>", "</details>", "<summary>", "</summary>", "<sub>", "</sub>"]),
    );
  });
});

describe("gridient store key", () => {
  it("prints a key of what trains and of all trials, and the start of the keys that fit, too", async () => {
    const key = async (): Promise<Record<string, string>> => {
      const { stdout } = await gridient(cwd, ["store", "key"]);
      return Object.fromEntries(stdout.split("\n").map((line) => line.split("=") as [string, string]));
    };
    const before = await key();
    expect(before["path"]).toBe("results/.store");
    expect(before["key"]).toMatch(/^gridient-\d+-[0-9a-f]{16}-[0-9a-f]{16}$/);
    expect(before["key"]).toContain(before["restore-key"]);
    await spec("try", { ...MOONS, eta: 0.03, description: "the same trials" });
    expect(await key()).toEqual(before);
    await spec("try", { ...MOONS, eta: 0.04 });
    const after = await key();
    expect(after["key"]).not.toBe(before["key"]);
    expect(after["restore-key"]).toBe(before["restore-key"]);
    await write("experiments/try.yaml", "dataset: [");
    expect((await gridient(cwd, ["store", "key"])).exitCode).toBe(0);
  });
});
