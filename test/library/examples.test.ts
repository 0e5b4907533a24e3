import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as gridient from "../../src/index.ts";
import { temporaryFolder } from "../support/folders.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LIBRARY = join(ROOT, "src/library/");
const SHORT =
  "{dataset: xor, architecture: {hidden: [[2], [4]]}, eta: 10, batchSize: full, epochs: 20, replicates: 2}";

/** The examples of the library's docstrings, each with its place. */
const examples = (await readdir(LIBRARY)).map(async (file): Promise<[string, string][]> => {
  const text = await readFile(join(LIBRARY, file), "utf8");
  const found = text.split(" * @example\n").slice(1);
  return found.map((rest, i) => {
    const code = rest.slice(0, rest.search(/^ \*(?:\/| @|\n)/m)).replaceAll(/^ \* /gm, "");
    return [`${file}, example ${i + 1}`, code];
  });
});

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as FunctionConstructor;
const before = process.cwd();

beforeAll(async () => {
  const cwd = await temporaryFolder();
  process.chdir(cwd);
  await mkdir("experiments");
  for (const name of ["lr", "xor"]) {
    await cp(join(ROOT, "results", name), join("results", name), { recursive: true });
    await writeFile(join("experiments", `${name}.yaml`), SHORT);
  }
  await execa("git", ["init", "--quiet"]);
  await execa("git", ["add", "results"]);
  await execa("git", ["-c", "user.name=A", "-c", "user.email=a@b", "commit", "--quiet", "-m", "Results"]);
});
afterAll(() => process.chdir(before));

it.each((await Promise.all(examples)).flat())("%s", async (_, code) => {
  const told: unknown[] = [];
  const names = { ...gridient, writeFile, console: { log: (...values: unknown[]) => told.push(...values) } };
  await new AsyncFunction(...Object.keys(names), code)(...Object.values(names));
  expect(told).not.toContain(undefined);
});

it("has an example for each function but those that others show", async () => {
  const all = (await Promise.all(examples))
    .flat()
    .map(([, code]) => code)
    .join("\n");
  const functions = Object.keys(gridient).filter((name) => /^[a-z]/.test(name));
  expect(functions.length).toBeGreaterThan(5);
  expect(functions.filter((name) => !all.includes(`${name}(`))).toEqual([]);
});
