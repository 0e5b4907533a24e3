import { readFileSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { constants } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { gridient } from "../../commands/run-in.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { ROOT } from "../pages.ts";
import { EXIT_CODES } from "./exit-codes-page.ts";
import { fields } from "./fields-page.ts";
import { EPOCH_COLUMNS, FILES, TIMING_COLUMNS, TRIAL_COLUMNS } from "./files-page.ts";
import { folderImports, withDiagram } from "./import-diagram.ts";
import { referencePages } from "./reference-pages.ts";
import { ELSEWHERE, TITLES } from "./titles.ts";

const STALE = "Run `npm run docs` and commit what it writes";

it("the generated pages are current, AGENTS.md and llms.txt among them", async () => {
  for (const [path, text] of await referencePages())
    expect(readFileSync(`${ROOT}${path}`, "utf8"), STALE).toBe(text);
});

it("the diagram of ARCHITECTURE.md is current", () => {
  const page = readFileSync(`${ROOT}ARCHITECTURE.md`, "utf8");
  expect(withDiagram(page), STALE).toBe(page);
});

it("every field has a heading that people look for", () => {
  expect(Object.keys(TITLES).toSorted()).toEqual([...fields().keys()].toSorted());
});

it("words of other tools lead to their field, as fields.md says", async () => {
  const cwd = await temporaryFolder();
  const complete = "dataset: {name: moons}\narchitecture: {hidden: [3]}\neta: 1\nepochs: 1\n";
  for (const [path, words] of Object.entries(ELSEWHERE)) {
    const key = path.split(".").at(-1)!;
    for (const word of words.split(" ")) {
      await writeFile(join(cwd, "a.yaml"), `${complete.replace(`${path}: 1\n`, "")}${word}: 1\n`);
      const { stderr } = await gridient(cwd, ["validate", "a.yaml"]);
      expect(stderr, word).toMatch(new RegExp(`Write ${key}\\b`));
    }
  }
});

it("files.md lists the files that a sweep writes, and their columns", async () => {
  const cwd = await temporaryFolder();
  const spec =
    "dataset: moons\narchitecture: {hidden: [3]}\neta: [0.1, 1]\nepochs: 1\nreplicates: 2\nreport: {confirm: 2}\n";
  await writeFile(join(cwd, "all.yaml"), spec);
  const { exitCode } = await gridient(cwd, ["sweep", "all.yaml", "--workers", "1"]);
  expect(exitCode).toBe(0);
  const folder = join(cwd, "results/all");
  const files = await readdir(folder);
  expect(files.toSorted()).toEqual(FILES.map(([file]) => file.split("/")[0]!).toSorted());
  const columnsIn = async (file: string) =>
    (await readFile(join(folder, file), "utf8")).split("\n")[0]!.split(",");
  const own = TRIAL_COLUMNS.map(([name]) => name).filter((name) => name !== "fold");
  const columns = await columnsIn("trials.csv");
  expect(columns.slice(0, own.length + 1)).toEqual([...own.slice(0, 4), "eta", ...own.slice(4)]);
  expect(await columnsIn("confirm.csv")).toEqual(columns.filter((name) => name !== "eta"));
  expect(await columnsIn("epochs.csv")).toEqual([
    ...columns.slice(0, 5),
    ...EPOCH_COLUMNS.map(([name]) => name),
    ...columns.slice(own.length + 1),
  ]);
  expect(await columnsIn("timings.csv")).toEqual(TIMING_COLUMNS.map(([name]) => name));
});

it("exit-codes.md lists what commands exit with", async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "good.yaml"), "dataset: xor\narchitecture: {hidden: [2]}\neta: 1\nepochs: 1\n");
  await writeFile(join(cwd, "bad.yaml"), "epochs: 0\n");
  const codes = await Promise.all(
    [
      ["validate", "good.yaml"],
      ["sweep", "--check", "good.yaml"],
      ["validate", "bad.yaml"],
    ].map(async (args) => (await gridient(cwd, args)).exitCode),
  );
  await gridient(cwd, ["sweep", "good.yaml"]);
  codes.push((await gridient(cwd, ["decide", "good", "good"])).exitCode); // of one replicate
  const signals = (["SIGHUP", "SIGINT", "SIGTERM"] as const).map((name) => 128 + constants.signals[name]);
  expect(Object.keys(EXIT_CODES).map(Number)).toEqual([...codes, ...signals]);
});

it("the table of ARCHITECTURE.md has every folder of src/, after all that it imports from", () => {
  const page = readFileSync(`${ROOT}ARCHITECTURE.md`, "utf8");
  const order = [...page.matchAll(/^\| `([\w.-]+?)(?:\/|\.ts)`/gm)].map(([, folder]) => folder!);
  for (const [folder, targets] of folderImports()) {
    for (const target of [folder, ...targets]) expect(order, folder).toContain(target);
    for (const target of targets)
      expect(order.indexOf(target), `${folder} imports ${target}`).toBeLessThan(order.indexOf(folder));
  }
});
