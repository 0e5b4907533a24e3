import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { CLI, gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly jobs: {
    readonly regenerate: { readonly env: { readonly EXPERIMENTS: string }; readonly steps: readonly Step[] };
  };
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const SPEC =
  "dataset: xor\narchitecture: {hidden: [[], [4]]}\neta: 5\nbatchSize: full\nepochs: 20\nreplicates: 2\n";

let job: Workflow["jobs"]["regenerate"];
beforeAll(async () => {
  const text = await readFile(join(root, ".github/workflows/results.yml"), "utf8");
  job = (parse(text) as Workflow).jobs.regenerate;
});

describe("results.yml", () => {
  it("names every experiment whose data need no download", async () => {
    const files = (await readdir(join(root, "experiments"))).filter((file) => file.endsWith(".yaml"));
    const names = files.map((file) => file.replace(".yaml", "")).filter((name) => !name.startsWith("mnist"));
    expect(job.env.EXPERIMENTS.split(" ")).toEqual(names.toSorted());
  });

  it("keeps the store under a digest of all that trains, as it was built", async () => {
    const cache = job.steps.find(({ uses }) => uses?.startsWith("actions/cache@"));
    const key = String(cache!.with!["key"]);
    const folders = [...key.matchAll(/'dist\/(\w+)\/\*\*\/\*\.js'/g)].map(([, folder]) => folder!);
    expect(folders).toEqual(["math", "data", "kernels", "training"]);
    for (const folder of folders) expect(await readdir(join(root, "dist", folder))).not.toEqual([]);
    expect(await readdir(join(root, "dist/kernels/simd"))).toContain("wasm.js");
    expect(key).toContain("hashFiles('experiments/**')");
  });

  it("passes on results as a sweep has written them, fails on others, and fills the job's summary", async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, "experiments"));
    await writeFile(join(cwd, "experiments/xor.yaml"), SPEC);
    await writeFile(join(cwd, "package.json"), JSON.stringify({ scripts: { gridient: `node "${CLI}"` } }));
    await gridient(cwd, ["sweep", "experiments/xor.yaml"]);
    await rm(join(cwd, "results/.store"), { recursive: true });
    const steps = job.steps.flatMap(({ run }) => (run?.includes("gridient") ? run : []));
    const env = { EXPERIMENTS: "xor", GITHUB_STEP_SUMMARY: join(cwd, "step.md"), GITHUB_ACTIONS: "true" };
    const runSteps = async (): Promise<(number | undefined)[]> => {
      const codes: (number | undefined)[] = [];
      for (const script of steps) {
        codes.push((await execa("bash", ["-e", "-c", script], { cwd, env, reject: false })).exitCode);
      }
      return codes;
    };
    expect(await runSteps()).toEqual([0, 0]);
    const summary = await readFile(join(cwd, "step.md"), "utf8");
    expect(summary).toContain("## sweep --check experiments/xor.yaml");
    expect(summary).toContain("## verify experiments/xor.yaml");
    const trials = join(cwd, "results/xor/trials.csv");
    await writeFile(trials, (await readFile(trials, "utf8")).replaceAll("completed", "diverged"));
    expect(await runSteps()).toEqual([1, 1]);
    expect(await readFile(join(cwd, "step.md"), "utf8")).toContain(
      "| **failed** | the committed results are the same |",
    );
  });
});
