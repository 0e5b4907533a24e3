import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify as toCsv } from "csv-stringify/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";
import {
  expectHarmlessCsv,
  expectHarmlessMarkdown,
  expectHarmlessSvg,
  expectNoCommands,
  expectVisible,
} from "./expect-harmless.ts";
import { EVERY_HOSTILE_STRING } from "./hostile-strings.ts";

const WORKFLOW = { GITHUB_ACTIONS: "true" };
const FILE = "experiments/tables.yaml";
/** Of a page, what stands before its program. */
const TAGS: readonly string[] = ["data", "trainer"].flatMap((id) => [
  `<script type="application/json" id="${id}">`,
  "</script>",
]);
const DATA = `\u001b[2J=1+1 ::error::x <img src=x onerror=alert(1)> [a](javascript:x) a|b $(id) \u202e.csv`;

/** Texts as cells have them: without spaces around, each once. */
const TEXTS = [...new Set(EVERY_HOSTILE_STRING.map((text) => text.trim()))];
const [EVERY, SOME] = TEXTS as [string, string];
/** As many as a picture of confusions has room for. */
const CLASSES = TEXTS.filter((_, i) => i % 4 === 0);

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, ".git"));
  await mkdir(join(cwd, "experiments"));
  await write(`experiments/${DATA}`, toCsv(rowsOf()));
  await write(FILE, stringify(specOf({ target: EVERY })));
  await write("experiments/classes.yaml", stringify(specOf({ target: SOME })));
  const sweep = await gridient(cwd, ["sweep", FILE, "experiments/classes.yaml"], WORKFLOW);
  expect(sweep).toMatchObject({ exitCode: 0 });
  for (const line of sweep.stderr.split("\n")) expect(line).toMatch(/^note: Data: /);
  for (const text of [sweep.stdout, sweep.stderr]) expectNoCommands(text);
  expect(await gridient(cwd, ["report", FILE, "experiments/classes.yaml"])).toMatchObject({ exitCode: 0 });
});

async function write(file: string, text: string): Promise<void> {
  await writeFile(join(cwd, file), text);
}

function read(file: string): Promise<string> {
  return readFile(join(cwd, file), "utf8");
}

/** Every text is a header, and in the first column a category or class; other columns are numbers. */
function rowsOf(): (string | number)[][] {
  const cells = (i: number) => (header: string, column: number) => {
    if (header === EVERY) return TEXTS[i % TEXTS.length]!;
    if (header === SOME) return CLASSES[(7 * i) % CLASSES.length]!;
    return ((i + 1) * (column + 3)) % 11;
  };
  return [TEXTS, ...Array.from({ length: 5 * TEXTS.length }, (_, i) => TEXTS.map(cells(i)))];
}

/** Two tables as an axis: one learns from all columns. */
function specOf(change: object): object {
  const dataset = { name: "csv", path: DATA, ...change };
  return {
    dataset: [dataset, { ...dataset, ignore: TEXTS.slice(9) }],
    architecture: { hidden: [2], output: "softmax" },
    loss: "crossEntropy",
    eta: 0.1,
    epochs: 1,
    metrics: ["perClass"],
  };
}

describe.each(["tables", "classes"])("a table whose every text is hostile, in results/%s", (name) => {
  const folder = `results/${name}`;

  it("leaves tables without formulas", async () => {
    for (const file of ["trials.csv", "epochs.csv"]) expectHarmlessCsv(await read(`${folder}/${file}`));
    expectVisible(await read(`${folder}/summary.json`));
  });

  it("is mere text in the summary and its pictures", async () => {
    expectHarmlessMarkdown(await read(`${folder}/summary.md`));
    const plots = await readdir(join(cwd, folder, "plots"));
    expect(plots.includes("confusion.svg")).toBe(name === "classes");
    for (const plot of plots) expectHarmlessSvg(await read(`${folder}/plots/${plot}`));
  });

  it("ends no element of the page's data", async () => {
    const page = await read(`${folder}/report.html`);
    const start = page.indexOf('<script type="application/json"');
    const body = page.slice(start, page.indexOf("<script>", start));
    expect(body.match(/<[^>]*>/g)).toEqual(TAGS);
    expectVisible(body);
  });
});

describe("a table whose every text is hostile", () => {
  it.each([
    [["explain", FILE, "1"]],
    [["show", "tables", "--trials", "--md"]],
    [["compare", "tables", "classes", "--md"]],
    [["data", "describe", `experiments/${DATA}`, "--target", EVERY]],
    [["predict", FILE, "0", `experiments/${DATA}`]],
  ])("steers neither terminal nor workflow in what %j prints", async (args) => {
    const { exitCode, stdout, stderr } = await gridient(cwd, args, WORKFLOW);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expectNoCommands(stdout);
    if (args.includes("--md")) expectHarmlessMarkdown(stdout);
  });

  it("leaves a model and its card plain, and answers whose texts can be had back", async () => {
    const exported = await gridient(cwd, ["export-model", FILE, "0", "--out", "m.json"], WORKFLOW);
    expect(exported).toMatchObject({ exitCode: 0, stderr: "" });
    expectVisible(await read("m.json"));
    expectHarmlessMarkdown(await read("m.card.md"));
    const args = ["predict", "m.json", `experiments/${DATA}`, "--out", "a.csv"];
    expect(await gridient(cwd, args)).toMatchObject({ exitCode: 0 });
    const [, ...answers]: string[][] = parse(await read("a.csv"), { record_delimiter: "\n" });
    expect(answers).toHaveLength(5 * TEXTS.length);
    for (const [label] of answers) expect(TEXTS).toContain(label!.replace(/^'(?='*\s*[=+\-@\uff1d])/, ""));
  });
});

describe("hostile text in a table that is at fault", () => {
  it.each(["text", "json"])("is quoted in problems, %s", async (reporter) => {
    const files = await writeFaults();
    const { exitCode, stdout, stderr } = await gridient(
      cwd,
      ["validate", ...files, "--reporter", reporter],
      WORKFLOW,
    );
    expect(exitCode).toBe(2);
    expectNoCommands(stdout);
    expectNoCommands(stderr);
    const found = reporter === "json" ? stdout : stderr;
    for (const rule of [
      "must have numbers",
      "must contain train, validation or test",
      "a second",
      "the first lines do not have it",
      "Unknown column",
    ])
      expect(found).toContain(rule);
  });
});

/** Writes tables with a fault at each text, and specs of them; a table tells twenty faults at most. */
async function writeFaults(): Promise<string[]> {
  const tables: Record<string, readonly [string, object]> = {};
  const numbers = Array.from({ length: 30 }, (_, i) => [i, "train", i]);
  const rows = (texts: readonly string[]): string =>
    toCsv([["x", "p", "y"], ...numbers, ...texts.map((text, i) => [text, text, i])]);
  for (let start = 0; start < TEXTS.length; start += 20) {
    const texts = TEXTS.slice(start, start + 20);
    tables[`numbers${start}.csv`] = [rows(texts), { ignore: ["p"] }];
    tables[`parts${start}.csv`] = [rows(texts), { splitColumn: "p", categories: ["x"] }];
    tables[`twice${start}.csv`] = [toCsv([[...texts, ...texts]]), {}];
  }
  tables["raw.csv"] = [`x,p,y\n${TEXTS.join("\n")}\n`, {}];
  tables["keys.jsonl"] = ['{"y":1,"x":1}\n'.repeat(1000) + JSON.stringify({ [DATA]: 1 }), {}];
  tables["missing.csv"] = ["x,y\n1,2\n", { ignore: TEXTS, target: DATA }];
  return Promise.all(
    Object.entries(tables).map(async ([path, [text, change]]) => {
      const name = path.endsWith(".csv") ? "csv" : "jsonl";
      await write(`experiments/${path}`, text);
      await write(`experiments/${path}.yaml`, stringify(specOf({ name, path, target: "y", ...change })));
      return `experiments/${path}.yaml`;
    }),
  );
}
