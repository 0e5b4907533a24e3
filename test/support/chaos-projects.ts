import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encode } from "fast-png";
import { temporaryFolder } from "./folders.ts";

const FLOWERS = fileURLToPath(new URL("../../experiments/data/flowers.csv", import.meta.url));

/**
 * One experiment of each kind: trials that share work, weights that are kept, folds, steps instead of epochs, and searches
 * whose results decide what trains next.
 */
export const SPECS = {
  network: `
dataset: {name: digits, train: 200, validation: 50, test: 50}
architecture: {hidden: [[8], [4, 4]]}
eta: [0.3, 3]
epochs: [2, 12]
replicates: 3
run: {keep: last}
`,
  descent: `
kind: function
function: {name: bowl, curvatures: [1, 10]}
start: [[10, 1], [1, 10], [3, 3]]
eta: [0.01, 0.1, 0.18, 0.19, 0.21]
steps: 40
`,
  table: `
dataset: {name: csv, path: data/flowers.csv, target: species, ignore: [flower, garden, weight], missing: median, folds: 3}
architecture: {hidden: [[], [6]], output: softmax}
loss: crossEntropy
eta: [0.1, 1]
epochs: 10
`,
  images: `
dataset: {name: images, path: data/images, height: 4, width: 4, validationShare: 0.2, testShare: 0.2}
architecture: {hidden: [4]}
eta: [0.1, 0.3, 1, 3]
epochs: 10
replicates: 3
run: {keep: all}
`,
  halving: `
dataset: {name: digits, train: 200, validation: 50, test: 50}
architecture: {hidden: [8]}
eta: {logUniform: {from: 0.01, to: 100}}
epochs: 9
sweep: {search: {method: halving, configurations: 9}}
`,
  hyperband: `
dataset: {name: digits, train: 200, validation: 50, test: 50}
architecture: {hidden: [8]}
eta: {logUniform: {from: 0.01, to: 100}}
epochs: 4
sweep: {search: {method: hyperband, factor: 2}}
`,
  race: `
dataset: {name: digits, train: 200, validation: 50, test: 50}
architecture: {hidden: [8]}
eta: [0.1, 0.3, 1, 3]
epochs: 2
replicates: 12
sweep: {search: {method: racing, first: 2}}
`,
  learning: `
dataset: {name: digits, train: 200, validation: 50, test: 50}
architecture: {hidden: [8]}
eta: {logUniform: {from: 0.01, to: 100}}
epochs: 2
sweep: {search: {method: tpe, configurations: 12, generation: 3}}
`,
} as const;

export type Kind = keyof typeof SPECS;

/** All of them. */
export const KINDS = Object.keys(SPECS) as Kind[];

/** Returns a new folder with an experiment of each kind and its data, and old results of each with a file of the user's. */
export async function chaosProject(): Promise<string> {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments/data"), { recursive: true });
  await cp(FLOWERS, join(cwd, "experiments/data/flowers.csv"));
  for (const shade of [60, 200]) {
    const folder = join(cwd, "experiments/data/images", `shade-${shade}`);
    await mkdir(folder, { recursive: true });
    for (let i = 0; i < 10; i++) await writeFile(join(folder, `${i}.png`), image(shade, i));
  }
  for (const [kind, spec] of Object.entries(SPECS)) {
    await writeFile(join(cwd, "experiments", `${kind}.yaml`), spec);
    await mkdir(join(cwd, "results", kind), { recursive: true });
    await writeFile(join(cwd, "results", kind, "trials.csv"), OLD);
    await writeFile(join(cwd, "results", kind, "notes.txt"), NOTES);
  }
  return cwd;
}

/** What the user has written. */
export const NOTES = "mine\n";
/** Results that a sweep replaces. */
export const OLD = "old\n";

function image(shade: number, index: number): Uint8Array {
  const data = Uint8Array.from({ length: 64 }, (_, i) => (shade + 13 * index + 7 * i) % 256);
  return encode({ width: 8, height: 8, data, channels: 1, depth: 8 });
}
