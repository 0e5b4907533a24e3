/**
 * What it costs to write the report of 1,000 trials again from the store, all of it: tables, summary, pictures, page; how
 * large a page is, and how long a browser takes to open that of 1,000 trials of 100 epochs.
 * @module
 */
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CHROMIUM, startChromium } from "../support/chromium.ts";
import { CLI, timeCommand } from "./commands.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

/** 5 x 5 x 2 x 2 x 5 settings with 2 replicates. */
const MANY = `
dataset: { name: moons, samples: 100 }
architecture: { hidden: [[], [4], [8], [16], [8, 8]], activation: [tanh, sigmoid] }
eta: [0.01, 0.1, 1, 10, 100]
batchSize: [10, 20]
loss: quadratic
optimizer: { name: sgd, l2: [0, 0.1, 1, 2, 3] }
epochs: 100
replicates: 2
`;
/** The 100 trials of a small study: 10 learning rates, 2 activations, 5 replicates. */
const HUNDRED = `
dataset: { name: digits, train: 500, validation: 200, test: 200 }
architecture: { hidden: [10], activation: [sigmoid, tanh] }
eta: { logspace: { from: 0.01, to: 10, count: 10 } }
epochs: 30
replicates: 5
`;
const FEW = "dataset: xor\narchitecture: {hidden: [2]}\neta: [1, 3]\nepochs: 3\nreplicates: 2\n";

/** Runs in the page: milliseconds from the start of its loading until two frames are drawn. */
const UNTIL_DRAWN = `new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
})`;

export interface ReportFigures {
  /** The shortest of several times, and whether other processes left any of the runs alone. */
  readonly writing: { readonly seconds: number; readonly isCalm: boolean };
  readonly pictureBytes: number;
  readonly hundredBytes: number;
  readonly thousandBytes: number;
  /** Least seconds until the large page is drawn; absent without Chromium. */
  readonly opening?: number;
}

export const reports: Measurement<ReportFigures> = { measure, text };

function measure(size: Size): Promise<ReportFigures> {
  const runs = bySize(size, { full: 5, quick: 1, smallest: 1 });
  return inTemporaryFolder(async (folder) => {
    const isSmall = size === "smallest";
    const hundred = await sweep(folder, isSmall ? "many" : "hundred", isSmall ? FEW : HUNDRED);
    const many = isSmall ? hundred : await sweep(folder, "many", MANY);
    const times = [];
    for (let i = 0; i < runs; i++)
      times.push(await timeCommand([process.execPath, CLI, "report", "many.yaml"], { cwd: folder }));
    const page = join(many, "report.html");
    const pictures = readdirSync(join(many, "plots")).map((name) => join(many, "plots", name));
    return {
      writing: {
        seconds: Math.min(...times.map(({ seconds }) => seconds)),
        isCalm: times.some(({ isCalm }) => isCalm),
      },
      pictureBytes: pictures.reduce((sum, file) => sum + statSync(file).size, 0),
      hundredBytes: statSync(join(hundred, "report.html")).size,
      thousandBytes: statSync(page).size,
      ...(CHROMIUM && { opening: await secondsToOpen(page, runs) }),
    };
  });
}

/** Trains a spec; returns the folder of its results. */
async function sweep(cwd: string, name: string, spec: string): Promise<string> {
  writeFileSync(join(cwd, `${name}.yaml`), spec);
  await timeCommand([process.execPath, CLI, "sweep", `${name}.yaml`], { cwd });
  return join(cwd, "results", name);
}

/** Opens a page several times, each time in a new tab, after one that warms the browser up. */
async function secondsToOpen(file: string, times: number): Promise<number> {
  const browser = await startChromium();
  try {
    const milliseconds: number[] = [];
    for (let i = 0; i <= times; i++) {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href);
      await page.getByRole("heading", { level: 1 }).waitFor();
      milliseconds.push(await page.evaluate<number>(UNTIL_DRAWN));
      await page.close();
    }
    return Math.min(...milliseconds.slice(1)) / 1000;
  } finally {
    await browser.close();
  }
}

function text({ writing, pictureBytes, hundredBytes, thousandBytes, opening }: ReportFigures): string {
  const opened = opening === undefined ? "not measured: no chromium" : `${opening.toFixed(2)} s`;
  const disturbed = writing.isCalm ? "" : " (disturbed)";
  return [
    `report of 1,000 trials: ${writing.seconds.toFixed(2)} s${disturbed}, pictures ${kilobytes(pictureBytes)}`,
    `page of 100 trials x 30 epochs: ${kilobytes(hundredBytes)}`,
    `page of 1,000 trials x 100 epochs: ${kilobytes(thousandBytes)}, opens in ${opened}`,
  ].join("\n");
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
