import { cp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../support/folders.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SPEC = "dataset: {name: xor, samples: 4}\narchitecture: {hidden: [2]}\neta: 1\nepochs: 1\n";
/** Tells of each bundle that V8 compiles, in any thread. */
const HOOK = `
const vm = require("node:vm");
const { Script } = vm;
vm.Script = class extends Script {
  constructor(text, options) {
    super(text, options);
    const isKnown = options.cachedData !== undefined && !this.cachedDataRejected;
    require("node:fs").writeSync(2, (isKnown ? "known " : "compiled ") + options.filename + "\\n");
  }
};
`;
let folder: string;
let hook: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  hook = join(folder, "hook.cjs");
  await writeFile(hook, HOOK);
  await writeFile(join(folder, "one.yaml"), SPEC);
  for (const part of ["dist/program", "dist/browser", "schemas", "package.json"])
    await cp(join(ROOT, part), join(folder, part), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
});

async function run(command: string, ...options: readonly string[]) {
  const cli = join(folder, "dist/program/cli.js");
  const nodeArgs = ["--require", hook, ...options];
  const { stdout, stderr } = await execa(process.execPath, [...nodeArgs, cli, command, "one.yaml"], {
    cwd: folder,
  });
  const bundles = (how: string) =>
    [...stderr.matchAll(new RegExp(`^${how} .*[\\\\/](.+)$`, "gm"))].map(([, name]) => name);
  return { stdout, known: bundles("known"), compiled: bundles("compiled") };
}

it("compiles nothing of a command and of the thread that trains", async () => {
  const { known, compiled } = await run("sweep");
  expect(compiled).toEqual([]);
  for (const name of ["cli-main.js", "train-in-thread-main.js", "read-experiment.js"])
    expect(known).toContain(name);
});

it("compiles everything where V8 works in another way", async () => {
  const { stdout } = await run("validate");
  const other = await run("validate", "--max-lazy");
  expect(other).toMatchObject({ stdout, known: [] });
  expect(other.compiled).toContain("read-experiment.js");
});

it.each<[string, (pack: string) => Promise<void>]>([
  ["is too short", (pack) => truncate(pack, 1000)],
  ["is of another Node", (pack) => writeFile(pack, packOf('{"node":"v1.2.3 linux x64","bundles":{}}'))],
  ["is missing", (pack) => rm(pack)],
])("loads files where the pack %s", async (_, change) => {
  const { stdout } = await execa(
    process.execPath,
    [join(ROOT, "dist/program/cli.js"), "validate", "one.yaml"],
    {
      cwd: folder,
    },
  );
  await change(join(folder, "dist/program/code.bin"));
  expect(await run("validate")).toEqual({ stdout, known: [], compiled: [] });
});

function packOf(head: string): Buffer {
  const length = Buffer.alloc(8);
  length.writeUInt32LE(head.length);
  return Buffer.concat([Buffer.from(head), length]);
}
