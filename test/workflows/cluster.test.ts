import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { CLI, gridient } from "../commands/run-in.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { itLong } from "../support/long-form.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const SLURM = join(root, ".github/cluster/slurm.sh");
const SPEC =
  "dataset: xor\narchitecture: {hidden: [[], [4]]}\neta: 5\nbatchSize: full\nepochs: 20\nreplicates: 3\n";

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly jobs: Readonly<Record<"train" | "results", { readonly steps: readonly Step[] }>>;
}
interface Job {
  readonly kind: string;
  readonly spec: {
    readonly completions?: number;
    readonly completionMode?: string;
    readonly suspend?: boolean;
    readonly template: { readonly spec: { readonly containers: readonly [Container] } };
  };
}
interface Container {
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly command: readonly string[];
  readonly args: readonly string[];
}

let cwd: string;
let alone: Record<string, string>;
beforeAll(async () => {
  await newFolder();
  await gridient(cwd, ["sweep", "experiments/xor.yaml"]);
  alone = await results();
});
beforeEach(newFolder);

async function newFolder(): Promise<void> {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "experiments/xor.yaml"), SPEC);
  await writeFile(join(cwd, "package.json"), JSON.stringify({ scripts: { gridient: `node "${CLI}"` } }));
  await mkdir(join(cwd, "node_modules/.bin"), { recursive: true });
  const installed = join(cwd, "node_modules/.bin/gridient"); // what npx runs
  await writeFile(installed, `#!/bin/sh\nexec node "${CLI}" "$@"\n`, { mode: 0o755 });
}

async function results(): Promise<Record<string, string>> {
  const { "timings.csv": _, ...files } = await digestsBelow(join(cwd, "results/xor"));
  return files;
}

async function shell(command: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  return execa(command, args, { cwd, env: { GITHUB_ACTIONS: "", NO_COLOR: "1", ...env } });
}

describe("sharded.yml", () => {
  it("comes to the bytes of one sweep", async () => {
    const text = await readFile(join(root, ".github/workflows/sharded.yml"), "utf8");
    const { train, results: last } = (parse(text) as Workflow).jobs;
    const scripts = ({ steps }: typeof train): string[] =>
      steps.flatMap(({ run }) => (run?.includes("gridient") ? run : []));
    const paths = [...train.steps, ...last.steps].flatMap((step) => step.with?.["path"] ?? []);
    expect(paths).toEqual(["shard", "shards", "results"]);
    for (const number of [1, 2, 3]) {
      const env = { EXPERIMENT: "experiments/xor.yaml", SHARD: `${number}/3` };
      for (const script of scripts(train)) await shell("bash", ["-e", "-c", script], env);
      await mkdir(join(cwd, "shards"), { recursive: true });
      await shell("mv", ["shard", `shards/shard-${number}`], {}); // up to the artifacts, and down again
    }
    for (const script of scripts(last))
      await shell("bash", ["-e", "-c", script], { EXPERIMENT: "experiments/xor.yaml" });
    expect(await results()).toEqual(alone);
  });
});

describe("slurm.sh", () => {
  it("submits an array of shards and the job that waits for it", async () => {
    await writeFile(join(cwd, "sbatch"), '#!/bin/sh\necho "$@" >> calls\necho "123;cluster"\n');
    await chmod(join(cwd, "sbatch"), 0o755);
    const path = `${cwd}:${process.env["PATH"]}`;
    await shell("bash", [SLURM, "experiments/xor.yaml", "3"], { PATH: path });
    expect(await readFile(join(cwd, "calls"), "utf8")).toBe(
      [
        `--parsable --array=1-3 ${SLURM} experiments/xor.yaml 3 train`,
        `--dependency=afterany:123 ${SLURM} experiments/xor.yaml 3 merge`,
        "",
      ].join("\n"),
    );
  });

  itLong("trains what a task's number says, and comes to the bytes of one sweep", async () => {
    const args = [SLURM, "experiments/xor.yaml", "3"];
    for (const number of ["1", "2", "3"])
      await shell("bash", [...args, "train"], { SLURM_ARRAY_TASK_ID: number, SLURM_CPUS_PER_TASK: "1" });
    const { stdout } = await shell("bash", [...args, "merge"], { SLURM_CPUS_PER_TASK: "2" });
    expect(stdout).toContain("6 of 6 trials from the store");
    expect(await results()).toEqual(alone);
  });

  it("says how it is used", async () => {
    await expect(shell("bash", [SLURM], {})).rejects.toThrow("usage: bash .github/cluster/slurm.sh");
  });
});

describe("kubernetes.yaml", () => {
  itLong("trains what a pod's index says, and comes to the bytes of one sweep", async () => {
    const text = await readFile(join(root, ".github/cluster/kubernetes.yaml"), "utf8");
    const documents = parseAllDocuments(text, { strict: true });
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    const [shards, merge] = documents.map((document) => document.toJS() as Job) as [Job, Job];
    expect([shards.kind, merge.kind, merge.spec.suspend]).toEqual(["Job", "Job", true]);
    const [container] = shards.spec.template.spec.containers;
    const count = container.env.find(({ name }) => name === "SHARDS")!.value;
    expect(shards.spec).toMatchObject({ completionMode: "Indexed", completions: Number(count) });
    const runContainer = async ({ command: [program, ...options], args }: Container, index: number) =>
      shell(program!, [...options, ...args], {
        EXPERIMENT: "experiments/xor.yaml",
        SHARDS: "2",
        JOB_COMPLETION_INDEX: String(index),
      });
    for (const index of [0, 1]) await runContainer(container, index);
    await runContainer(merge.spec.template.spec.containers[0], 0);
    expect(await results()).toEqual(alone);
  });
});
