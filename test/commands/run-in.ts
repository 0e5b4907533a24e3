import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { vi } from "vitest";
import { runCli } from "../../src/commands/run-cli.ts";
import type { Output } from "../../src/commands/console/io.ts";
import type { TrainingRunner } from "../../src/pipeline/threads/train-here.ts";
import { SharedThreads, trainingThreads } from "../../src/pipeline/threads/training-threads.ts";
import { IS_LONG } from "../support/long-form.ts";

/** The built command line. */
export const CLI: string = fileURLToPath(new URL("../../dist/program/cli.js", import.meta.url));

/** What a command line comes to. */
export interface Ended {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** Without colours, and not in a workflow unless a test says so. */
const PLAIN: Environment = { NO_COLOR: "1", GITHUB_ACTIONS: "" };

/** Runs the built command line in a folder, as a process. */
export async function gridientProcess(
  cwd: string,
  args: readonly string[],
  env: Environment = {},
): Promise<Ended> {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [CLI, ...args], {
    cwd,
    reject: false,
    env: { ...PLAIN, ...env },
  });
  return { exitCode, stdout, stderr };
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a command line in a folder. As a process where tests run at length; otherwise in this one, since starting a
 * process takes longer than most commands. Runs of this process take turns, because it has one working directory.
 */
export function gridient(cwd: string, args: readonly string[], env: Environment = {}): Promise<Ended> {
  if (env["NODE_OPTIONS"] !== undefined) throw new Error("NODE_OPTIONS need gridientProcess()");
  if (IS_LONG) return gridientProcess(cwd, args, env);
  const ended = last.then(() => gridientHere(cwd, args, env));
  last = ended.catch(() => {});
  return ended;
}

async function gridientHere(cwd: string, args: readonly string[], env: Environment): Promise<Ended> {
  const [stdout, stderr] = [new TextOutput(), new TextOutput()];
  const spies = keepThreads();
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const exitCode = await runCli(args, {
      stdout,
      stderr,
      env: { ...process.env, ...PLAIN, ...env },
      now: () => performance.now(),
      onInterrupt: () => () => {},
    });
    return { exitCode, stdout: stdout.lines(), stderr: stderr.lines() };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}

/** Lets the commands of this process share the threads that train: starting new ones takes longer than most sweeps of tests. */
function keepThreads() {
  return [
    vi.spyOn(SharedThreads.prototype, "start").mockReturnValue(),
    vi.spyOn(SharedThreads.prototype, "take").mockImplementation(keptThreads),
  ];
}

const kept = new Map<number, TrainingRunner>();

function keptThreads(width: number): Promise<TrainingRunner> {
  const threads = kept.get(width) ?? trainingThreads(width);
  kept.set(width, threads);
  const close = () => Promise.resolve();
  return Promise.resolve({ width, run: (task, limits) => threads.run(task, limits), close });
}

class TextOutput implements Output {
  #text = "";

  write(text: string): void {
    this.#text += text;
  }

  /** The text without the end of its last line, as execa returns it. */
  lines(): string {
    return this.#text.replace(/\n$/, "");
  }
}
