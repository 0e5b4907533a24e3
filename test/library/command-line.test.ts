import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import {
  compareResults,
  encodeModel,
  exportModel,
  planExperiment,
  readResults,
  runExperiment,
  type ExperimentFile,
} from "../../src/index.ts";
import { gridient } from "../commands/run-in.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";

const FILE = "experiments/moons.yaml";
const SPEC = `description: Both ways
dataset: {name: moons, samples: 60}
architecture: {hidden: [[], [3]]}
eta: [0.5, 20]
batchSize: 10
epochs: 4
replicates: 2
report: {confirm: 2}
sweep:
  exclude:
    - eta: 20
      architecture.hidden: []
expect:
  - {because: it learns, of: some, atLeast: 0.5}
`;

let cwd: string;
const before = process.cwd();

beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, FILE), SPEC);
  expect(await gridient(cwd, ["sweep", FILE, "--out", "swept", "--store", "swept/.store"])).toMatchObject({
    exitCode: 0,
  });
  process.chdir(cwd);
});
afterAll(() => process.chdir(before));

async function committed(folder: string): Promise<object> {
  const { "timings.csv": _, ...files } = await digestsBelow(join(cwd, folder, "moons")); // of this machine, by sweep alone
  return files;
}

/** The page has the text of the experiment file, which differs from that of an object. */
async function withoutPage(folder: string): Promise<object> {
  const { "report.html": _, ...files } = (await committed(folder)) as Record<string, string>;
  return files;
}

async function told(...args: string[]): Promise<unknown> {
  return JSON.parse((await gridient(cwd, args)).stdout);
}

it("runs an experiment to the bytes of the command line, from its file and from an object", async () => {
  const byFile = await runExperiment(FILE, { resultsDir: "byFile", storeDir: "byFile/.store", workers: 2 });
  expect(byFile).toMatchObject({ cancelled: false, folder: join("byFile", "moons") });
  expect(Object.keys(await committed("swept"))).toEqual(
    expect.arrayContaining(["summary.json", "report.html"]),
  );
  expect(await committed("byFile")).toEqual(await committed("swept"));
  const object = parse(SPEC) as ExperimentFile;
  await runExperiment(object, {
    file: FILE,
    resultsDir: "byObject",
    storeDir: "byObject/.store",
    workers: 1,
  });
  expect(await withoutPage("byObject")).toEqual(await withoutPage("swept"));
});

it("takes records for those of the command line", async () => {
  const { wanted, plan } = await runExperiment(FILE, { resultsDir: "again", storeDir: "swept/.store" });
  expect(wanted).toEqual(plan.trials);
  const started: number[] = [];
  const listener = {
    onJobStart: ({ trials }: { trials: readonly { index: number }[] }) => started.push(trials[0]!.index),
  };
  await runExperiment(FILE, { resultsDir: "again", storeDir: "swept/.store", listener });
  expect(started).toEqual([]);
  expect(await committed("again")).toEqual(await committed("swept"));
});

it("plans the trials that the command line plans", async () => {
  const { list } = (await told("plan", FILE, "--json")) as { list: { trials: string[] }[] };
  const { trials } = await planExperiment(FILE);
  expect(trials.map(({ id }) => id)).toEqual(list.flatMap((one) => one.trials));
});

it("reads and compares results as the command line does", async () => {
  const { leaderboard, best } = await readResults("swept/moons");
  const { settings } = (await told("show", "swept/moons", "--json")) as {
    settings: { testAccuracy: number }[];
  };
  expect(leaderboard.map(({ configuration }) => configuration.objective.mean)).toEqual(
    settings.map(({ testAccuracy }) => testAccuracy),
  );
  expect(best).toBe(leaderboard[0]!.configuration);

  await cp(join(cwd, "swept/moons"), join(cwd, "changed"), { recursive: true });
  const table = join(cwd, "changed/trials.csv");
  await writeFile(table, (await readFile(table, "utf8")).replace(/,completed,/, ",stopped,"));
  const { files, identical } = await compareResults("swept/moons", { folder: "changed" });
  const comparison = (await told("compare", "swept/moons", "changed", "--json")) as { identical: object[] };
  expect(comparison).toMatchObject({ files });
  expect(comparison.identical).toHaveLength(identical.length);
  expect(files.length).toBeGreaterThan(0);
});

it.each(["json", "safetensors", "onnx"] as const)(
  "exports the bytes of the command line as %s",
  async (format) => {
    const args = ["export-model", FILE, "3", "--store", "swept/.store", "--out", `model.${format}`];
    expect(await gridient(cwd, args)).toMatchObject({ exitCode: 0 });
    const model = await exportModel(FILE, { trial: "3", storeDir: "swept/.store" });
    expect(Buffer.from(encodeModel(model, format))).toEqual(await readFile(join(cwd, `model.${format}`)));
    expect(model.card).toBe(await readFile(join(cwd, "model.card.md"), "utf8"));
  },
);

it("ends what its signal cancels", async () => {
  const signal = AbortSignal.abort();
  const folders = { resultsDir: "cancelled", storeDir: "cancelled/.store" };
  const run = await runExperiment(FILE, { ...folders, signal });
  expect(run).toMatchObject({ cancelled: true, folder: undefined });
  expect(await committed("cancelled")).toEqual({});
  const cancelled = { code: "E_CANCELLED" };
  await expect(readResults("swept/moons", { signal })).rejects.toMatchObject(cancelled);
  await expect(compareResults("swept/moons", "changed", { signal })).rejects.toMatchObject(cancelled);
  await expect(exportModel(FILE, { ...folders, signal })).rejects.toMatchObject(cancelled);

  const controller = new AbortController();
  const listener = { onJobStart: () => controller.abort() };
  const training = exportModel(FILE, { ...folders, trial: "0", listener, signal: controller.signal });
  await expect(training).rejects.toMatchObject(cancelled);
});
