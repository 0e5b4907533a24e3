import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nativeKernel, type NativeCalls } from "../../src/kernels/native/native.ts";
import type { Optimizer } from "../../src/kernels/optimizers/optimizer.ts";
import { hasBitsOfSimd } from "../../src/kernels/native/self-check.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import { IS_LONG } from "../support/long-form.ts";
import { activations, makeProblem, openSession, outputs, small, type Shape } from "./fixtures.ts";
import { observe } from "./observe.ts";

const optimizers: readonly (Optimizer | undefined)[] = [
  undefined,
  { name: "sgd", l2: 0.01 },
  { name: "sgd", l1: 0.01, maxNorm: 0.5 },
  { name: "momentum", beta1: 0.9, clipNorm: 0.1 },
  { name: "nesterov", beta1: 0.9 },
  { name: "adagrad", epsilon: 1e-7 },
  { name: "rmsprop", beta2: 0.9, epsilon: 1e-7 },
  { name: "adam", beta1: 0.9, beta2: 0.99, epsilon: 1e-7, l2: 0.1 },
];
const CASES = IS_LONG ? 10_000 : 24;

const hasCompiler = spawnSync("cc", ["--version"]).status === 0;
const DIGITS =
  "dataset: digits\narchitecture: {hidden: [9]}\neta: 0.5\nbatchSize: 10\nepochs: 2\nreplicates: 2\n";

const temporary = mkdtempSync(join(tmpdir(), "gridient-native-"));
const folder = join(temporary, "native");
const require = createRequire(import.meta.url);
const openBuild = (width: number) =>
  require(join(folder, `${process.arch}-${width}.node`)) as NativeCalls & { readonly widest: number };
beforeAll(() => {
  if (!hasCompiler) return;
  compile(16);
  compile(openBuild(16).widest);
  if (IS_LONG) compile();
});
afterAll(() => rmSync(temporary, { recursive: true }));

describe.runIf(hasCompiler)("the native kernel", () => {
  it("has the bits of simd in the narrowest and the widest vectors of this CPU, at length in all", () => {
    const { widest } = openBuild(16);
    const widths = readdirSync(folder).map((name) => Number(/-(\d+)\./.exec(name)?.[1]));
    expect(widths).toContain(widest);
    const kernels = widths.filter((width) => width <= widest).map((width) => nativeKernel(openBuild(width)));
    for (let seed = 0; seed < CASES; seed++) {
      const problem = makeProblem(shapeOf(seed));
      const course = { batchSize: [1, 7, 10, 130][(seed >> 2) % 4]!, epochs: 2, eta: 0.3 };
      const [expected, ...found] = [simd, ...kernels].map((kernel) =>
        observe(openSession(kernel, problem), problem, course),
      );
      for (const bits of found) expect(bits).toEqual(expected);
    }
  });

  it("fails its check where a single call computes something else", () => {
    const calls = openBuild(16);
    expect(hasBitsOfSimd(nativeKernel(calls))).toBe(true);
    expect(hasBitsOfSimd(nativeKernel({ ...calls, train: () => {} }))).toBe(false);
  });

  it("writes the bytes of simd in a command that asks for it, and is asked for in vain where it was not built", async () => {
    const clone = join(temporary, "clone");
    for (const part of ["dist/program", "dist/browser"]) cpSync(part, join(clone, part), { recursive: true });
    for (const name of ["node_modules", "package.json"]) symlinkSync(resolve(name), join(clone, name));
    writeFileSync(join(clone, "digits.yaml"), DIGITS);
    const files = [resolve("experiments/xor.yaml"), "digits.yaml"];
    const sweep = (kernel: string) =>
      execa(
        process.execPath,
        ["dist/program/cli.js", "sweep", ...files, "--out", kernel, "--store", `${kernel}/.store`],
        { cwd: clone, reject: false, env: { GRIDIENT_KERNEL: kernel } },
      );
    const missing = await sweep("native");
    expect(missing).toMatchObject({ exitCode: 2, stdout: "" });
    expect(missing.stderr).toMatch(/there is no native kernel .*\n.*npm run build:native/);
    expect(await sweep("wide")).toMatchObject({
      exitCode: 2,
      stderr: "error: GRIDIENT_KERNEL must be simd or native (got wide)",
    });
    cpSync(folder, join(clone, "dist/native"), { recursive: true });
    for (const kernel of ["simd", "native"]) expect(await sweep(kernel)).toMatchObject({ exitCode: 0 });
    for (const name of ["xor", "digits"]) {
      const table = (kernel: string) => readFileSync(join(clone, kernel, name, "trials.csv"), "utf8");
      expect(table("native")).toBe(table("simd"));
    }
  });
});

function compile(...widths: readonly number[]): void {
  execFileSync(process.execPath, ["src/kernels/native/build.mjs", folder, ...widths.map(String)]);
}

/** Returns a network that goes through activations, outputs, optimizers and widths, each with a period of its own. */
function shapeOf(seed: number): Shape {
  const [output, loss] = outputs[seed % outputs.length]!;
  const optimizer = optimizers[(seed + (seed >> 3)) % optimizers.length];
  return {
    ...small,
    output,
    loss,
    seed,
    activation: activations[seed % activations.length]!,
    hidden: [[], [9], [1 + ((seed * 7) % 130), 21], [1 + ((seed * 11) % 120)]][seed % 4]!,
    ...(optimizer && { optimizer }),
    dropout: seed % 3 === 0 ? 0.3 : 0,
    features: 1 + ((seed * 13) % 90),
    examples: [31, 150, 260][seed % 3]!,
    inputs: seed % 5 === 0 ? "floats" : "bytes",
    density: [0.1, 0.5, 1][seed % 3]!,
    scale: [0.1, 1, 40][(seed >> 1) % 3]!,
    ...(seed % 2 === 1 && { classWeights: [1, 2, 0.5, 1, 3] }),
  };
}
