import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encode } from "fast-png";
import { describe, expect, it } from "vitest";
import { OpenedFiles } from "../../src/data/opened-files.ts";
import { gridientProcess } from "../commands/run-in.ts";

const HOOK = fileURLToPath(new URL("../support/note-opens.mjs", import.meta.url));

describe("OpenedFiles", () => {
  it("reads once what is asked for under one key, and again what could not be read", () => {
    const opened = new OpenedFiles();
    let reads = 0;
    const read = () => ({ content: ++reads, bytes: 1 });
    expect([opened.read("a", read), opened.read("b", read), opened.read("a", read)]).toEqual([1, 2, 1]);
    expect(() => opened.read("c", refuse)).toThrow("no");
    expect(opened.read("c", read)).toBe(3);
  });

  it("lets go of what was not asked for longest when it has grown too large", () => {
    const opened = new OpenedFiles();
    const readBy: string[] = [];
    const ask = (key: string) => opened.read(key, () => ({ content: readBy.push(key), bytes: 2 ** 27 + 1 }));
    for (const key of ["a", "b", "a", "c", "a", "b"]) ask(key);
    expect(readBy.join("")).toBe("abcb");
  });

  it("forgets everything with the command that it belongs to", () => {
    expect(new OpenedFiles().read("a", () => ({ content: 1, bytes: 1 }))).toBe(1);
    expect(new OpenedFiles().read("a", () => ({ content: 2, bytes: 1 }))).toBe(2);
  });
});

function refuse(): never {
  throw new Error("no");
}

/** Options of data sets in files, and how often each of these is opened. */
const SETS: readonly (readonly [name: string, options: string, opens: Readonly<Record<string, number>>])[] = [
  [
    "idx",
    "{name: idx, path: data/x, labels: data/y, testInputs: data/x, testLabels: data/y}",
    { x: 2, y: 2 },
  ],
  ["images", "{name: images, path: data/images, height: 2, width: 2}", { "images/a/1.png": 1 }],
  ["csv", "{name: csv, path: data/table.csv, target: c, folds: 2}", { "table.csv": 2 }],
];

describe("a sweep", () => {
  it.each(SETS)("opens no file of %s more often than it must", async (_, dataset, opens) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "gridient-opens-")));
    writeData(join(folder, "data"));
    const notes = join(folder, "notes");
    writeFileSync(notes, "");
    writeFileSync(
      join(folder, "e.yaml"),
      `dataset: ${dataset}\narchitecture: {hidden: [2], output: softmax}\nloss: crossEntropy\neta: [0.1, 1]\nepochs: 1\nbatchSize: 2\n`,
    );
    const { stderr, exitCode } = await gridientProcess(folder, ["sweep", "e.yaml"], {
      NODE_OPTIONS: `--import ${HOOK}`,
      NOTED_FOLDER: join(folder, "data"),
      NOTES: notes,
    });
    expect([exitCode, stderr.includes("error")]).toEqual([0, false]);
    const opened = readFileSync(notes, "utf8").split("\n");
    const counts = Object.keys(opens).map((file) => {
      return [file, opened.filter((path) => path === join(folder, "data", file)).length];
    });
    expect(Object.fromEntries(counts)).toEqual(opens);
  });
});

function writeData(folder: string): void {
  const rows = Array.from({ length: 40 }, (_, i) => `${i},${(i * 7) % 11},${i % 2 ? "on" : "off"}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "table.csv"), `a,b,c\n${rows.join("\n")}\n`);
  writeFileSync(join(folder, "x"), idx([40, 3]));
  writeFileSync(join(folder, "y"), idx([40]));
  for (const [c, name] of ["a", "b"].entries()) {
    mkdirSync(join(folder, "images", name), { recursive: true });
    for (let i = 1; i <= 10; i++)
      writeFileSync(
        join(folder, "images", name, `${i}.png`),
        encode({ width: 2, height: 2, data: Uint8Array.of(i, 100 * c, i, 9), channels: 1, depth: 8 }),
      );
  }
}

/** Returns an IDX file whose bytes alternate between 0 and 1. */
function idx(sizes: readonly number[]): Buffer {
  const head = Buffer.alloc(4 + 4 * sizes.length);
  head.set([0, 0, 8, sizes.length]);
  sizes.forEach((size, i) => head.writeUInt32BE(size, 4 + 4 * i));
  const count = sizes.reduce((product, size) => product * size, 1);
  return Buffer.concat([head, Buffer.from(Array.from({ length: count }, (_, i) => i % 2))]);
}
