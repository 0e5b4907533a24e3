import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { CLI, gridient, type Ended } from "../commands/run-in.ts";
import { digestsBelow, temporaryFolder } from "./folders.ts";
import type { NetworkNamespace } from "./network-namespace.ts";

/** A command that goes on. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** What it has said so far, on both streams. */
  readonly said: () => string;
}

/** Starts the built command line in a folder. @param prefix What the command line begins with. */
export function start(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  prefix: readonly string[] = [],
): Running {
  const [program, ...others] = [...prefix, process.execPath, CLI, ...args];
  const command = execa(program!, others, {
    cwd,
    reject: false,
    env: { NO_COLOR: "1", GITHUB_ACTIONS: "", XDG_CACHE_HOME: join(cwd, "cache"), ...env },
  });
  let said = "";
  command.stdout.on("data", (data: Buffer) => (said += data.toString()));
  command.stderr.on("data", (data: Buffer) => (said += data.toString()));
  const ended = command.then(({ exitCode, stdout, stderr }) => ({ exitCode, stdout, stderr }));
  return { pid: command.pid!, ended, kill: (signal) => void command.kill(signal), said: () => said };
}

/** Starts a worker; one that is lost is replaced after three seconds. */
export function startWorker(cwd: string, url: string, ...args: readonly string[]): Running {
  return start(cwd, workerArgs(url, ...args));
}

/** Starts a worker in a network of its own. */
export function startWorkerIn(network: NetworkNamespace, cwd: string, port: number): Running {
  return start(cwd, workerArgs(`redis://${network.address}:${port}`), {}, network.prefix);
}

function workerArgs(url: string, ...args: readonly string[]): string[] {
  return ["worker", "--redis", url, "--concurrency", "1", "--patience", "3", ...args];
}

/** Returns a new folder with an experiment `exp`. */
export async function folderWith(spec: string): Promise<string> {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, "experiments/exp.yaml"), spec);
  return cwd;
}

/** Sweeps the experiment on a fleet. */
export function sweepOn(cwd: string, url: string, ...args: readonly string[]): Running {
  return start(cwd, ["sweep", "experiments/exp.yaml", "--runner", "bullmq", "--redis", url, ...args]);
}

/** Returns the committed files of the results in a folder, by their digests. */
export async function resultsIn(cwd: string): Promise<Record<string, string>> {
  const { "timings.csv": _, "report.html": __, ...files } = await digestsBelow(join(cwd, "results/exp"));
  return files;
}

/** Returns what threads of one machine make of an experiment. */
export async function localResults(spec: string): Promise<Record<string, string>> {
  const cwd = await folderWith(spec);
  const { exitCode, stderr } = await gridient(cwd, ["sweep", "experiments/exp.yaml"]);
  if (exitCode !== 0) throw new Error(stderr);
  return resultsIn(cwd);
}

/** Waits until something is so. @throws {Error} After a minute. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not come to pass");
}
