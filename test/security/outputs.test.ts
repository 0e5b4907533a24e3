import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { isValid } from "../../src/fields/schema/is-valid.ts";
import { note, tag } from "../../src/fields/tables/values.ts";
import { gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";
import {
  expectHarmlessCsv,
  expectHarmlessMarkdown,
  expectHarmlessSvg,
  expectNoCommands,
  expectVisible,
} from "./expect-harmless.ts";
import { EVERY_HOSTILE_STRING, HOSTILE_STRINGS } from "./hostile-strings.ts";

const WORKFLOW = { GITHUB_ACTIONS: "true" };
const FILE = "experiments/hostile.yaml";
const BASE = { dataset: "xor", architecture: { hidden: [2] }, batchSize: "full", epochs: 2 };

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await write(FILE, stringify(everyNameHostile()));
  await write("page.md", "<!-- gridient:table results/hostile leaderboard -->\n<!-- /gridient -->\n");
  await write("experiments/plain.yaml", stringify({ ...BASE, eta: [1, 2] }));
  const { exitCode, stderr } = await gridient(cwd, ["sweep", FILE, "experiments/plain.yaml"], WORKFLOW);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
});

async function write(file: string, text: string): Promise<void> {
  await writeFile(join(cwd, file), text);
}

function result(file: string): Promise<string> {
  return readFile(join(cwd, "results/hostile", file), "utf8");
}

/** Returns a spec that takes the table wherever it takes a word of the user's. */
function everyNameHostile(): object {
  const names = EVERY_HOSTILE_STRING.map((name, i) => ({ name, i }));
  return {
    description: EVERY_HOSTILE_STRING.join(" "),
    tags: [...new Set(EVERY_HOSTILE_STRING)].filter((text) => isValid(tag, text)),
    notes: EVERY_HOSTILE_STRING.filter((text) => text.length < 200 && isValid(note, text)).join("\n\n"),
    ...BASE,
    sweep: {
      variants: Object.fromEntries(names.map(({ name, i }) => [name, { eta: i + 1 }])),
      zip: { budget: { batchSize: [2, "full"], epochs: [2, 3] } },
      include: names.map(({ name, i }) => ({ name, eta: 100 + i, batchSize: 1, epochs: 1 })),
    },
  };
}

describe("a table of hostile strings", () => {
  it("in names and descriptions leaves a model card text and the model's file plain", async () => {
    const { exitCode, stderr } = await gridient(cwd, ["export-model", FILE, "--out", "model.json"], WORKFLOW);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expectHarmlessMarkdown(await readFile(join(cwd, "model.card.md"), "utf8"));
    expectVisible(await readFile(join(cwd, "model.json"), "utf8"));
  });

  it.each(["trials.csv", "epochs.csv"])(
    "in names leaves %s without formulas, numbers as numbers",
    async (file) => {
      const csv = await result(file);
      expectHarmlessCsv(csv);
      expect(csv).toContain("'=HYPERLINK");
      expect(csv).toMatch(/,0\.\d+\n/);
    },
  );

  it("stands in summary.json as it is, in visible characters", async () => {
    const text = await result("summary.json");
    expectVisible(text);
    const { experiment } = JSON.parse(text) as { experiment: { sweep: { include: { name: string }[] } } };
    expect(experiment.sweep.include.map(({ name }) => name)).toEqual(EVERY_HOSTILE_STRING);
  });

  it("is mere text in summary.md", async () => {
    const markdown = await result("summary.md");
    expectHarmlessMarkdown(markdown);
    expect(markdown).toContain("\\|");
  });

  it("is mere text in the picture", async () => {
    for (const plot of await readdir(join(cwd, "results/hostile/plots"))) {
      expectHarmlessSvg(await result(`plots/${plot}`));
    }
  });

  it("is mere text in a table that is quoted", async () => {
    expect((await gridient(cwd, ["report", "--write", "page.md"], WORKFLOW)).exitCode).toBe(0);
    const page = await readFile(join(cwd, "page.md"), "utf8");
    expect(page.split("\n").filter((line) => line.includes("<!--"))).toHaveLength(2);
    expectHarmlessMarkdown(page.replaceAll(/<!--.*-->/g, ""));
  });

  it.each([
    [["sweep", FILE], 0],
    [["sweep", "--check", FILE], 0],
    [["verify", FILE, "--sample", "3"], 0],
    [["validate", FILE], 0],
    [["plan", FILE], 0],
    [["plan", FILE, "--json"], 0],
    [["repro", FILE, "3"], 0],
    [["format", "--check", FILE], 1],
    [["explain", FILE, "3"], 0],
    [["explain", FILE, "--where", "eta=3"], 0],
    [["diff", FILE, "experiments/plain.yaml"], 0],
    [["diff", FILE, "experiments/plain.yaml", "--markdown"], 0],
    [["show", "hostile"], 0],
    [["show", "hostile", "--trials", "--md"], 0],
    [["show", "hostile", "--trials", "--csv"], 0],
    [["show", "hostile", "--json"], 0],
    [["compare", "hostile", "plain"], 0],
    [["compare", "hostile", "plain", "--md"], 0],
    [["compare", "hostile", "plain", "--json"], 0],
    [["report", FILE], 0],
    [["report", "--check", FILE], 0],
    [["export", "hostile", "--to", "csv"], 0],
    [["store", "ls", FILE], 0],
    [["store", "gc", FILE], 0],
  ])("steers neither terminal nor workflow in what %j prints", async (args, expected) => {
    const { exitCode, stdout, stderr } = await gridient(cwd, args, WORKFLOW);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: expected });
    expectNoCommands(stdout);
    expectNoCommands(stderr);
  });

  it("is mere text in the Markdown and harmless in the CSV that show and compare print", async () => {
    const printed = async (...args: string[]): Promise<string> => (await gridient(cwd, args)).stdout;
    expectHarmlessCsv(await printed("show", "hostile", "--csv"));
    expectHarmlessCsv(await printed("show", "hostile", "--trials", "--csv"));
    expectHarmlessMarkdown(await printed("show", "hostile", "--md"));
    expectHarmlessMarkdown(await printed("compare", "hostile", "plain", "--md"));
    expectHarmlessMarkdown(await printed("diff", FILE, "experiments/plain.yaml", "--markdown"));
  });

  it("is what it was in plan --json, also in the order of its names", async () => {
    const { stdout } = await gridient(cwd, ["plan", FILE, "--json"]);
    const { list } = JSON.parse(stdout) as { list: { name?: string; variant?: string }[] };
    expect(list.flatMap(({ name }) => name ?? [])).toEqual(EVERY_HOSTILE_STRING);
    expect(new Set(list.flatMap(({ variant }) => variant ?? []))).toEqual(new Set(EVERY_HOSTILE_STRING));
  });

  it.each(["text", "json"])("is quoted in problems, %s", async (reporter) => {
    const lines = EVERY_HOSTILE_STRING.map(
      (text) => `${JSON.stringify(`x${text}`)}: ${JSON.stringify(text)}`,
    );
    const raw = EVERY_HOSTILE_STRING.map((text) => `  - ${text}`);
    await write("experiments/keys.yaml", `${stringify(BASE)}eta: 1\n${lines.join("\n")}\n`);
    await write("experiments/values.yaml", stringify({ ...BASE, eta: 1, loss: EVERY_HOSTILE_STRING }));
    await write("experiments/extends.yaml", stringify({ ...BASE, eta: 1, extends: EVERY_HOSTILE_STRING }));
    await write("experiments/raw.yaml", `${stringify(BASE)}eta: 1\nloss:\n${raw.join("\n")}\n`);
    const files = ["keys", "values", "extends", "raw"].map((name) => `experiments/${name}.yaml`);
    const { exitCode, stdout, stderr } = await gridient(
      cwd,
      ["validate", ...files, "--reporter", reporter],
      WORKFLOW,
    );
    expect(exitCode).toBe(2);
    expectNoCommands(stdout);
    expectNoCommands(stderr);
    if (reporter === "json") expect((JSON.parse(stdout) as object[]).length).toBeGreaterThan(100);
    else expect(stderr).toContain("owned");
  });
});

/** Command lines that take a word from somewhere, for every word that a command line can hold. */
const COMMAND_LINES: readonly ((text: string) => string[])[] = [
  (text) => [text],
  (text) => ["validate", `${text}.yaml`, `--set=eta=${text}`, `--set=${text}=1`],
  (text) => ["sweep", FILE, `--workers=${text}`],
  (text) => ["sweep", FILE, `--store=${FILE}/${text}`, "--set", "epochs=9"],
  (text) => ["init", `${FILE}/${text}.yaml`],
  (text) => ["init", `new.yaml`, `--sweep=${text}`],
  (text) => ["data", text],
  (text) => ["repro", FILE, text],
  (text) => ["report", "--write", text],
];

describe("hostile words of a command line", () => {
  it.each(COMMAND_LINES.map((line, i) => [line("WORD").join(" "), i] as const))(
    "steer neither terminal nor workflow: %s",
    async (_, i) => {
      const word = [...HOSTILE_STRINGS["workflow"]!, ...HOSTILE_STRINGS["terminal"]!].join(" ");
      const { exitCode, stdout, stderr } = await gridient(cwd, COMMAND_LINES[i]!(word), WORKFLOW);
      expect([1, 2]).toContain(exitCode);
      expectNoCommands(stdout);
      expectNoCommands(stderr);
    },
  );
});
