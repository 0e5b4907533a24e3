import { hasMnist } from "../data.ts";

const XOR = "dataset: xor\neta: 1\n";
const SMALL = `${XOR}architecture: {hidden: [2]}\n`;
const DIGITS = "dataset: digits\neta: 0.1\nepochs: 1\nreplicates: 4\n";
const FEW = DIGITS.replace("digits", "{name: digits, train: 100, validation: 0, test: 100}");
const WIDE = `${FEW}architecture: {hidden: [2000, 2000]}\n`;
const MNIST = "dataset: mnist\neta: 0.1\nepochs: 1\nreplicates: 2\nbatchSize: 100\n";
const ONE_EPOCH = "eta: 0.1\nepochs: 1\nbatchSize: 100\n";

/** What takes memory, one thing at a time: a name, a spec, and with how many workers. The first is the smallest. */
export const MEMORY_CASES: readonly (readonly [name: string, spec: string, workers: readonly number[]])[] = [
  ["xor", `${SMALL}epochs: 10\nreplicates: 4\n`, [1, 4]],
  ["digits", `${DIGITS}architecture: {hidden: [30]}\n`, [1, 4]],
  ["100 digits, [2000, 2000]", WIDE, [1, 4]],
  ["100 digits, [2000, 2000], adam", `${WIDE}optimizer: adam\n`, [1, 4]],
  ["100 digits, [2000, 2000], kept", `${WIDE}run: {keep: last}\n`, [1, 4]],
  [
    "100 digits, [500, 500], all of 10 epochs kept",
    `${FEW.replace("epochs: 1", "epochs: 10")}architecture: {hidden: [500, 500]}\nrun: {keep: all}\n`,
    [1, 4],
  ],
  ["xor, 1,000 trials of 1,000 epochs", `${SMALL}epochs: 1000\nreplicates: 1000\n`, [1]],
  ["xor, 10,000 trials of 1 epoch", `${SMALL}epochs: 1\nreplicates: 10000\n`, [1, 4]],
  [
    "moons of 300,000",
    `dataset: {name: moons, samples: 300000}\narchitecture: {hidden: [10]}\n${ONE_EPOCH}`,
    [1, 2],
  ],
  [
    "table of 20,000 rows of 100",
    `dataset: {name: csv, path: table.csv, target: c0}\narchitecture: {hidden: [10], output: identity}\n${ONE_EPOCH}`,
    [1],
  ],
  ...(hasMnist ? [["mnist", `${MNIST}architecture: {hidden: [30]}\n`, [1, 2]] as const] : []),
];
