import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { readExperiment } from "../support/read-experiment.ts";
import { temporaryFolder } from "../support/folders.ts";
import { FUZZ_RUNS, withinLimits } from "../support/fuzz-runs.ts";
import { RULED_SPEC, VALID_SPEC } from "./valid-spec.ts";

const HEAD = "dataset: moons\narchitecture: {hidden: [4]}\nepochs: 1\n";
const BOMB = Array.from(
  { length: 9 },
  (_, i) => `b${i + 1}: &b${i + 1} [${Array(9).fill(`*b${i}`).join()}]\n`,
);

/** Each writes `n` of something that costs more than it looks. */
const HOSTILE: readonly ((n: number) => string)[] = [
  (n) => `eta: ${"[".repeat(n)}${"]".repeat(n)}`,
  (n) => `eta: ${"{a: ".repeat(n)}1${"}".repeat(n)}`,
  (n) => `eta: ${"- ".repeat(n)}`,
  (n) => Array.from({ length: n }, (_, i) => `${" ".repeat(i)}k:\n`).join(""),
  (n) => `eta: 1${"0".repeat(n)}`,
  (n) => `eta: 1e${"9".repeat(n)}`,
  (n) => `eta: {range: {from: 0, to: 1e${n}, step: 1}}`,
  (n) => `eta: {linspace: {from: 1, to: 2, count: ${"9".repeat(Math.min(n, 15))}}}`,
  (n) => `b0: &b0 [${"1,".repeat(n)}1]\n${BOMB.join("")}eta: *b9`,
  (n) => `a: &a {eta: 1}\nb:\n${"  <<: *a\n".repeat(n)}`,
  (n) => Array.from({ length: n }, (_, i) => `r${i}: \${r${i + 1}}\n`).join(""),
  (n) => `eta: [${Array.from({ length: n }, (_, i) => i + 1).join()}]`,
  (n) =>
    `eta: 1\nsweep:\n  variants:\n${Array.from({ length: n }, (_, i) => `    v${i}: {eta: ${i + 1}}\n`).join("")}`,
  (n) => `eta: [1, 2]\nsweep:\n  exclude:\n${"    - {eta: 1}\n".repeat(n)}`,
  (n) => `eta: 1\nextends: [${"none.yaml,".repeat(n)}]`,
  (n) => `description: "${"\u{1F600}\u202e".repeat(n)}"`,
];

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});

/** Asserts contract 4: an experiment, or at least one error. */
function expectAnswer(text: string, set: readonly string[] = []): void {
  withinLimits(() => {
    const { experiment, problems } = readExperiment(text, join(folder, "fuzz.yaml"), { limit: 1000, set });
    expect(problems.some(({ severity }) => severity === "error")).toBe(experiment === undefined);
  });
}

test("readExperiment() answers what costs more than it looks", () => {
  const text = fc.tuple(fc.constantFrom(...HOSTILE), fc.nat(500), fc.boolean());
  fc.assert(
    fc.property(text, ([write, n, first]) => expectAnswer(first ? write(n) + "\n" + HEAD : HEAD + write(n))),
    FUZZ_RUNS,
  );
});

test("readExperiment() answers any change to the files that a spec extends", () => {
  const cut = fc.tuple(fc.nat(RULED_SPEC.length), fc.nat(40), fc.string({ unit: "binary", maxLength: 3 }));
  const base = fc.tuple(
    fc.constantFrom(RULED_SPEC, VALID_SPEC),
    cut,
    fc.constantFrom("", "extends: base.yaml\n", "extends: fuzz.yaml\n"),
  );
  fc.assert(
    fc.property(
      base,
      fc.constantFrom(
        "eta: null\n",
        "sweep: {limit: 3}\n",
        "architecture: {hidden: null}\n",
        "epochs: ${batchSize}\n",
      ),
      ([spec, [at, length, insert], above], own) => {
        writeFileSync(
          join(folder, "base.yaml"),
          above + spec.slice(0, at) + insert + spec.slice(at + length),
        );
        expectAnswer(`extends: base.yaml\n${own}`);
      },
    ),
    FUZZ_RUNS,
  );
});

test("readExperiment() answers any --set", () => {
  const path = fc.constantFrom(
    "eta",
    "dataset",
    "dataset.noise",
    "architecture",
    "sweep",
    "sweep.zip.budget",
    "sweep.exclude",
    "extends",
    "",
    ".",
    "a..b",
    "__proto__",
    "constructor.prototype",
  );
  const value = fc.oneof(
    fc.constantFrom(
      "",
      "null",
      "[1, 2]",
      "{}",
      "[[",
      "*a",
      "&a 1",
      "${epochs}",
      "1e999",
      "{range: {from: 0, to: 1, step: 0}}",
      "- 1",
    ),
    fc.string({ unit: "binary", maxLength: 6 }),
  );
  const setting = fc.oneof(
    fc.tuple(path, value).map(([left, right]) => `${left}=${right}`),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(RULED_SPEC, VALID_SPEC),
      fc.array(setting, { minLength: 1, maxLength: 3 }),
      expectAnswer,
    ),
    FUZZ_RUNS,
  );
});
