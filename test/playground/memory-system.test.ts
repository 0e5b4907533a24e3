import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { encode as encodePng } from "fast-png";
import { encode as encodeJpeg } from "jpeg-js";
import { describe, expect, it } from "vitest";
import { nodeSystem } from "../../src/files/node-system.ts";
import { memorySystem } from "../../src/playground/memory-system.ts";
import { readExperimentFile, type Reading } from "../../src/spec/read-experiment.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { temporaryFolder } from "../support/folders.ts";

const REST = "architecture: {hidden: [3]}\neta: 1\nepochs: 1\n";
const ROWS = Array.from({ length: 40 }, (_, i) => `${i},${(7 * i) % 11},${i % 2 ? "ä" : "b"}\n`).join("");
const TABLE = Buffer.from(`x,y,class\n${ROWS}`);
const IMAGE = { width: 9, height: 7 };

function png(shade: number): Uint8Array {
  return encodePng({ ...IMAGE, data: new Uint8Array(63).fill(shade), channels: 1, depth: 8 });
}

function jpeg(shade: number): Uint8Array {
  return encodeJpeg({ ...IMAGE, data: Buffer.alloc(252, shade) }, 90).data;
}

const IMAGES = Object.fromEntries(
  ["cat", "dog"].flatMap((name, c) =>
    Array.from({ length: 5 }, (_, i) => [
      `data/pets/${name}/${i}.${c ? "png" : "jpg"}`,
      (c ? png : jpeg)(20 * i),
    ]),
  ),
);

/** Reads a spec from files that are on a disk, and from the same files without one. */
async function readBoth(
  text: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<[Reading, Reading]> {
  const folder = await temporaryFolder();
  const all = { "package.json": Buffer.from("{}"), "experiments/a.yaml": Buffer.from(text), ...files };
  for (const [path, bytes] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const dropped = memorySystem(new Map(Object.entries(all)));
  const read = (file: string, system: typeof dropped) => readExperimentFile(file, { limit: 10, system });
  const onDisk = await read(join(folder, "experiments/a.yaml"), nodeSystem);
  const shown = JSON.stringify(onDisk.problems).replaceAll(`${folder}/`, "");
  return [
    { ...onDisk, problems: JSON.parse(shown) as Reading["problems"] },
    await read("experiments/a.yaml", dropped),
  ];
}

function idsOf({ experiment, problems }: Reading): string[] {
  if (!experiment) throw new Error(problems.map(({ message }) => message).join("\n"));
  return planTrials(experiment).trials.map(({ id }) => id);
}

describe("memorySystem()", () => {
  it.each([
    ["a table", "{name: csv, path: ../data/t.csv, target: class}", { "data/t.csv": TABLE }],
    ["a packed table", "{name: csv, path: t.csv.gz, target: y}", { "experiments/t.csv.gz": gzipSync(TABLE) }],
    ["images", "{name: images, path: ../data/pets, height: 4, width: 4}", IMAGES],
    ["a part", undefined, { "shared/_p.yaml": Buffer.from("dataset: xor\n") }],
  ])("gives trials on %s the ids that they have on a disk", async (_, dataset, files) => {
    const start = dataset === undefined ? "extends: ../shared/_p.yaml\n" : `dataset: ${dataset}\n`;
    const output = dataset?.includes("target: y")
      ? "architecture: {hidden: [3], output: identity}\nloss: mse\n"
      : "";
    const rest = output === "" ? REST : `${output}eta: 1\nepochs: 1\n`;
    const [onDisk, dropped] = await readBoth(start + rest, files);
    expect(idsOf(dropped)).toEqual(idsOf(onDisk));
    expect(dropped.problems).toEqual(onDisk.problems);
  });

  it.each([
    ["a file that is not there", "dataset: {name: csv, path: ../t.csv, target: class}\n", {}],
    ["a file outside", "dataset: {name: csv, path: ../../t.csv, target: class}\n", {}],
    ["a table with a broken row", "dataset: {name: csv, path: t.csv, target: y}\n", { t: "x,y\n1,a\n2\n" }],
    [
      "a damaged archive",
      "dataset: {name: csv, path: t.csv, target: y}\n",
      { t: "\x1f\x8b\b\0\0\0\0\0\0\0" },
    ],
    ["a part that is not there", "extends: _p.yaml\n", {}],
    ["values that do not fit", "dataset: xor\nlos: mse\nbatchSize: 0\n", {}],
  ])("has the same to say about %s", async (_, text, files: { t?: string }) => {
    const table = files.t === undefined ? {} : { "experiments/t.csv": Buffer.from(files.t, "latin1") };
    const [onDisk, dropped] = await readBoth(text + REST, table);
    expect(onDisk.experiment).toBeUndefined();
    const sayings = ({ problems }: Reading) =>
      problems.map(({ message, line, column, code, hint }) => ({ message, line, column, code, hint }));
    expect(sayings(dropped)).toEqual(sayings(onDisk));
  });

  it("has no problem with the experiments of the repository, but for the data that are not in it", async () => {
    const folder = new URL("../../experiments/", import.meta.url);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml"));
    const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder))));
    const dropped = memorySystem(new Map(names.map((name, i) => [`experiments/${name}`, texts[i]!])));
    for (const name of names.filter((each) => !each.startsWith("_"))) {
      const { problems } = await readExperimentFile(`experiments/${name}`, {
        limit: 10_000,
        system: dropped,
      });
      const others = problems.filter(({ code }) => code !== "file-not-found");
      expect(others, name).toEqual([]);
    }
  });
});
