import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { runCommand, timeCommand, type Command } from "../commands.ts";
import { medianOf } from "../figure.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PROBE = fileURLToPath(new URL("first-batch-probe.ts", import.meta.url));

/** Seconds from the start of a command. */
export interface StartFigures {
  /** Of `node -e 0` to its end. */
  readonly node: number;
  /** Of `npm run` of an empty script to its end. */
  readonly npm: number;
  /** Of `npm run sweep` to its first batch, the check that the build is current included, by data set. */
  readonly firstBatch: Readonly<Record<string, number>>;
  /** Of them, what is our own: what neither npm nor the start of one Node takes. */
  readonly own: Readonly<Record<string, number>>;
}

/** Measures all of them in turn; medians. */
export async function measureStart(
  datasets: Readonly<Record<string, string>>,
  rounds: number,
): Promise<StartFigures> {
  const node: number[] = [];
  const npm: number[] = [];
  const firstBatch = Object.keys(datasets).map((name): [string, number[]] => [name, []]);
  for (let round = 0; round < rounds; round++) {
    node.push((await timeCommand([process.execPath, "-e", "0"], { cwd: ROOT })).seconds);
    npm.push(await inTemporaryFolder(secondsOfEmptyScript));
    for (const [name, seconds] of firstBatch) seconds.push(await secondsToFirstBatch(datasets[name]!));
  }
  const medians = firstBatch.map(([name, seconds]) => [name, medianOf(seconds)] as const);
  const others = medianOf(node) + medianOf(npm);
  return {
    node: medianOf(node),
    npm: medianOf(npm),
    firstBatch: Object.fromEntries(medians),
    own: Object.fromEntries(medians.map(([name, seconds]) => [name, seconds - others])),
  };
}

async function secondsOfEmptyScript(cwd: string): Promise<number> {
  writeFileSync(join(cwd, "package.json"), '{"scripts": {"empty": ""}}');
  return (await timeCommand(["npm", "run", "-s", "empty"], { cwd })).seconds;
}

/** Sweeps one trial into a store of its own. @param dataset As a spec writes it. */
function secondsToFirstBatch(dataset: string): Promise<number> {
  return inTemporaryFolder(async (folder) => {
    const spec = join(folder, "start.yaml");
    writeFileSync(spec, `dataset: ${dataset}\neta: 1\nepochs: 1\narchitecture: {hidden: [1]}\n`);
    const note = join(folder, "first-batch");
    const probe = join(folder, "probe.cjs");
    writeFileSync(probe, await commonJsOf(PROBE));
    const env = { ...process.env, NODE_OPTIONS: `--require=${probe}`, GRIDIENT_PROBE: note };
    const places = ["--out", join(folder, "results"), "--store", join(folder, "store")];
    const command: Command = ["npm", "run", "-s", "sweep", spec, "--", ...places];
    const start = performance.timeOrigin + performance.now();
    const { stdout, stderr } = await runCommand(command, { cwd: ROOT, env });
    if (!existsSync(note)) throw new Error(`The sweep did not train: ${stdout}${stderr}`);
    return (Number(readFileSync(note, "utf8")) - start) / 1000;
  });
}

/** Returns a module in the form that takes the least time to load: npm, the program and each thread load the probe, too. */
async function commonJsOf(file: string): Promise<string> {
  const bundled = await rolldown({ input: file, platform: "node" });
  const { output } = await bundled.generate({ format: "cjs" });
  return output[0].code;
}
