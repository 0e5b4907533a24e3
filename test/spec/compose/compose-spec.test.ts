/**
 * What a spec is made of: files that it extends, arguments that change it, references, merge keys.
 */
import { mkdir, mkdtemp, realpath, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { lengthOf, asNetwork } from "../../../src/configuration/kind-of.ts";
import { readExperiment } from "../../support/read-experiment.ts";
import { readExperimentFile } from "../../support/read-experiment.ts";
import { specText } from "../valid-spec.ts";

const BASE =
  "dataset: {name: moons, noise: 0.2}\narchitecture: {hidden: [3], activation: tanh}\neta: [1, 2]\n";

/** Writes files into a new folder and reads its a.yaml; the problems' files are named below that folder. */
async function readFiles(files: Readonly<Record<string, string>>, set: readonly string[] = []) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "gridient-")));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const { experiment, problems } = await readExperimentFile(join(folder, "a.yaml"), { limit: 100, set });
  const told = problems.map(({ file, line, column, message }) => {
    return `${file}:${line}:${column} ${message}`.replaceAll(`${folder}/`, "");
  });
  return { experiment, problems: told };
}

function read(text: string, set: readonly string[] = []) {
  const { experiment, problems } = readExperiment(text, "a.yaml", { limit: 100, set });
  const told = problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  return { experiment, problems: told };
}

describe("extends", () => {
  test("lays a file over others, from left to right: maps merge, lists are replaced, null deletes", async () => {
    const { experiment, problems } = await readFiles({
      "a.yaml":
        "extends: [bases/b.yaml, bases/c.yaml]\narchitecture: {hidden: [5], activation: null}\nepochs: 3\n",
      "bases/b.yaml": BASE,
      "bases/c.yaml": "extends: ../d.yaml\neta: [3, 4]\ndataset: {noise: 0.3}\n",
      "d.yaml": "epochs: 9\neta: 9\n",
      ".git/HEAD": "",
    });
    expect(problems).toEqual([]);
    const { columns: axes } = experiment!.sweep;
    const base = asNetwork(experiment!.base);
    expect(base.architecture).toMatchObject({ hidden: [5], activation: "sigmoid" });
    expect(base.dataset).toMatchObject({ name: "moons", noise: 0.3 });
    expect(base.epochs).toBe(3);
    expect(axes).toEqual([{ path: "eta", values: [3, 4] }]);
  });

  test("replaces a range, and a data set of another name, as a whole", async () => {
    const { experiment, problems } = await readFiles({
      "a.yaml": "extends: b.yaml\neta: {values: [5]}\ndataset: {name: xor, samples: 40}\n",
      "b.yaml": `${BASE.replace("[1, 2]", "{linspace: {from: 1, to: 2, count: 2}}")}epochs: 1\n`,
    });
    expect(problems).toEqual([]);
    expect(experiment!.base).toMatchObject({ eta: 5, dataset: { name: "xor", samples: 40, noise: 0 } });
  });

  test("tells problems in the file that has them", async () => {
    const { problems } = await readFiles({
      "a.yaml": "extends: b.yaml\nepochs: 0\n",
      "b.yaml": `${BASE}batchSize: 9999\nloss: crossEntropy\n`,
    });
    expect(problems).toEqual([
      expect.stringMatching(/^a.yaml:2:9 epochs must be/),
      expect.stringMatching(/^b.yaml:4:12 batchSize must be at most 1000/),
      expect.stringMatching(/^b.yaml:5:7 loss: crossEntropy needs /),
    ]);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["a missing file", { "a.yaml": "eta: 1\nextends: [x.yaml]\n" }, "a.yaml:2:11 File not found: x.yaml"],
    [
      "itself",
      { "a.yaml": "extends: a.yaml\n" },
      "a.yaml:1:10 A file must not extend itself: a.yaml extends a.yaml",
    ],
    [
      "itself by another",
      { "a.yaml": "extends: b.yaml\n", "b.yaml": "extends: a.yaml\n" },
      "b.yaml:1:10 A file must not extend itself: a.yaml extends b.yaml extends a.yaml",
    ],
    [
      "a file outside",
      { "a.yaml": "extends: ../x.yaml\n" },
      'a.yaml:1:10 A file below extends must be inside the repository (got "../x.yaml")',
    ],
    [
      "what is no path",
      { "a.yaml": "extends: 3\n" },
      "a.yaml:1:10 extends must be text or a list, each item text (got 3)",
    ],
    ["a broken file", { "a.yaml": "extends: b.yaml\n", "b.yaml": "eta: [1\n" }, "b.yaml:"],
    [
      "a list",
      { "a.yaml": "extends: b.yaml\n", "b.yaml": "- 1\n" },
      "a.yaml:1:10 b.yaml must contain a map of fields (got ",
    ],
  ])("refuses %s", async (_, files, expected) => {
    const { experiment, problems } = await readFiles(files);
    expect(experiment).toBeUndefined();
    expect(
      problems.some((problem) => problem.startsWith(expected)),
      problems.join("\n"),
    ).toBe(true);
  });

  test("follows symbolic links, and knows when one leaves the repository", async () => {
    const outside = await mkdtemp(join(tmpdir(), "gridient-"));
    await writeFile(join(outside, "b.yaml"), BASE);
    const folder = await mkdtemp(join(tmpdir(), "gridient-"));
    await mkdir(join(folder, ".git"));
    await mkdir(join(folder, "experiments"));
    await writeFile(join(folder, "b.yaml"), BASE);
    const file = join(folder, "experiments", "a.yaml");
    await writeFile(file, "extends: ../b.yaml\nepochs: 1\n");
    expect((await readExperimentFile(file, { limit: 9 })).problems).toEqual([]);
    await symlink(outside, join(folder, "experiments", "link"));
    await writeFile(file, "extends: link/b.yaml\nepochs: 1\n");
    const { problems } = await readExperimentFile(file, { limit: 9 });
    expect(problems[0]!.message).toContain("must be inside the repository");
  });
});

describe("--set", () => {
  test("changes fields in YAML's syntax, one after the other", () => {
    const set = [
      "eta=[1, 2]",
      "architecture.hidden=[[3], [4]]",
      "dataset.train=100",
      "replicates.baseSeed=7",
      "batchSize=4",
      "batchSize=null",
    ];
    const { experiment, problems } = read(specText({ replicates: "2", batchSize: "5" }), set);
    expect(problems).toEqual([]);
    expect(experiment!.sweep.columns.map(({ path }) => path)).toEqual(["architecture.hidden", "eta"]);
    expect(experiment).toMatchObject({
      set,
      replicates: { count: 2, baseSeed: 7 },
      base: { batchSize: 10, dataset: { train: 100 } },
    });
  });

  test("reaches rules below sweep", () => {
    const rules = "{variants: {a: {}, b: {architecture.hidden: [4]}}}";
    const { experiment, problems } = read(specText({ sweep: rules }), [
      "sweep.variants.b.architecture.hidden=[9]",
      "sweep.limit=2",
    ]);
    expect(problems).toEqual([]);
    expect(experiment!.sweep.branches[1]!.fixed["architecture.hidden"]!.value).toEqual([9]);
  });

  test.each([
    ["eta=0", "--set:1:5 eta must be a finite number above 0 (got 0)"],
    ["etta=1", '--set:1:1 Unknown key "etta"'],
    ["architecture.activaton=tanh", '--set:1:14 Unknown key "activaton" in architecture'],
    ["eta=[1", "--set:1:"],
    ["eta", '--set:1:1 --set must have the form path=value (got "eta")'],
    ["eta= ", '--set:1:1 --set must have the form path=value (got "eta= ")'],
  ])("%s is refused at its place in the argument", (setting, expected) => {
    const { experiment, problems } = read(specText(), [setting]);
    expect(experiment).toBeUndefined();
    expect(problems[0]).toContain(expected);
  });
});

describe("references", () => {
  test("take the value of another field, also one that is set elsewhere, or its default", () => {
    const text = specText({
      eta: "${epochs}",
      batchSize: "'${ epochs }'",
      replicates: "{count: '${replicates.baseSeed}', baseSeed: 4}",
      loss: "${loss2}",
    }).replace("${loss2}", "quadratic");
    const { experiment, problems } = read(text, ["epochs=7"]);
    expect(problems).toEqual([]);
    expect(experiment).toMatchObject({ base: { eta: 7, batchSize: 7, epochs: 7 }, replicates: { count: 4 } });
    expect(lengthOf(read(specText({ epochs: "${batchSize}" })).experiment!.base)).toBe(10);
  });

  test.each([
    [
      "themselves",
      { eta: "${eta}" },
      "a.yaml:3:6 The reference ${eta} leads back to itself: eta refers to eta",
    ],
    [
      "each other",
      { eta: "${epochs}", epochs: "${eta}" },
      "a.yaml:3:6 The reference ${epochs} leads back to itself: epochs refers to eta refers to epochs",
    ],
    ["nothing", { eta: "${epoch}" }, "a.yaml:3:6 Unknown field epoch in the reference ${epoch}"],
    [
      "an axis",
      { eta: "${epochs}", epochs: "[1, 2]" },
      "a.yaml:3:6 The reference ${epochs} must lead to a field with one value (got a list at epochs)",
    ],
    [
      "a value that does not fit",
      { epochs: "${eta}" },
      "a.yaml:4:9 epochs must be an integer from 1 to 100000 (got 0.3) (its anchor is at 3:6)",
    ],
  ])("refuse %s", (_, fields, expected) => {
    expect(read(specText(fields)).problems[0]).toBe(expected);
  });
});

describe("merge keys", () => {
  test("take the entries of other maps; the map's own win, then the first map's", () => {
    const text =
      "run: &run {workers: 1, timeout: 5}\nobjective: &o {metric: testLoss}\narchitecture: {hidden: [3]}\ndataset: xor\neta: 1\nepochs: 1\n";
    expect(
      read(
        text.replace(
          "objective: &o {metric: testLoss}",
          "objective: {<<: {metric: testLoss, at: best}, at: last}",
        ),
      ).experiment!.objective,
    ).toMatchObject({ metric: "testLoss", at: "last" });
    const listed = text.replace(
      "architecture: {hidden: [3]}",
      "architecture: {<<: [{hidden: [4]}, {hidden: [5], activation: tanh}]}",
    );
    expect(asNetwork(read(listed).experiment!.base).architecture).toMatchObject({
      hidden: [4],
      activation: "tanh",
    });
  });

  test("keep both places", () => {
    const text =
      "architecture: &a {hidden: [0]}\ndataset: xor\neta: 1\nepochs: 1\nsweep: {variants: {b: {architecture.hidden: [4]}}}\n";
    expect(read(text).problems[0]).toContain("a.yaml:1:28 ");
    const used = "replicates: &r {count: 0}\nrun: {<<: *r}\n";
    expect(read(specText() + used).problems.join("\n")).toContain("a.yaml:6:11 ");
  });

  test("refuse what is no map", () => {
    expect(read(specText({ run: "{<<: 3}" })).problems[0]).toContain(
      "a.yaml:5:7 The value of << must be a map or a list of maps (got 3)",
    );
  });
});
