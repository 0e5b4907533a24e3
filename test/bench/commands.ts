/**
 * Commands from start to end: their time, and what they use.
 * @module
 */
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

/** The built command line. */
export const CLI: string = fileURLToPath(new URL("../../dist/program/cli.js", import.meta.url));
const TYPESCRIPT = new URL("typescript.mjs", import.meta.url).href;

/** The share of the machine that other processes may take while a command is timed. */
const MOST_FOREIGN = 0.05;
/** Clock ticks a second in /proc/PID/stat. */
const TICKS = 100;
/** Writes a process's own figures to file descriptor 3 at its end: `time` is not everywhere. */
const PROBE = `data:text/javascript,${encodeURIComponent(`import { writeSync } from "node:fs";
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS * 1024]));
});`)}`;

export type Command = readonly [program: string, ...args: string[]];

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Wall time. */
  readonly seconds: number;
  /** Whether other processes left the cores alone meanwhile. */
  readonly isCalm: boolean;
  /** What it wrote to file descriptor 3. */
  readonly note: string;
}

/** What a process used: CPU time in seconds and its highest memory in bytes; NaN if it was ended by force. */
export interface Used {
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

/** Another build to run, and options of Node. */
export interface GridientOptions {
  readonly program?: string;
  readonly nodeArgs?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Returns the command that runs a script of this folder with its types. */
export function scriptCommand(url: URL, ...args: readonly string[]): Command {
  return [process.execPath, "--import", TYPESCRIPT, fileURLToPath(url), ...args];
}

/** Runs a command from start to end. @throws {Error} If it fails; the message is the last line of what it printed. */
export async function timeCommand(command: Command, options: CommandOptions): Promise<Ended> {
  const ended = await runCommand(command, options);
  if (ended.code === 0) return ended;
  const said = (ended.stderr.trim() || ended.stdout.trim()).split("\n").at(-1);
  throw new Error(said || `"${command[0]}" ended with ${ended.code}`);
}

/** Runs the built command line, with `nodeArgs` before it. @throws {Error} With what it says, unless it succeeds. */
export async function timeGridient(
  cwd: string,
  args: readonly (string | number)[],
  options: GridientOptions = {},
): Promise<Ended & Used> {
  const ended = await runGridient(cwd, args, options);
  if (ended.code === 0) return ended;
  throw new Error(`gridient ${args.join(" ")} ended with ${ended.code}: ${ended.stderr}${ended.stdout}`);
}

/** Runs a built command line, this one or `program`, however it ends. */
export async function runGridient(
  cwd: string,
  args: readonly (string | number)[],
  { program = CLI, nodeArgs = [], env = process.env }: GridientOptions = {},
): Promise<Ended & Used> {
  const command: Command = [process.execPath, ...nodeArgs, "--import", PROBE, program, ...args.map(String)];
  const ended = await runCommand(command, { cwd, env });
  return { ...ended, ...readUsed(ended.note) };
}

function readUsed(note: string): Used {
  const [cpuSeconds = NaN, peakBytes = NaN] = note === "" ? [] : (JSON.parse(note) as number[]);
  return { cpuSeconds, peakBytes };
}

/** Runs `view` of a folder of results until its list and the page of an experiment have come once, then ends it. */
export async function viewResults(cwd: string, name: string): Promise<Ended & Used> {
  const command: Command = [process.execPath, "--import", PROBE, CLI, "view"];
  let isAsked = false;
  const ended = await runCommand(command, { cwd }, async (child, stdout) => {
    const url = /http:\S+/.exec(stdout)?.[0];
    if (isAsked || url === undefined) return;
    isAsked = true;
    for (const page of ["", `report/${name}`]) await (await fetch(new URL(page, url))).text();
    child.kill("SIGINT");
  });
  return { ...ended, ...readUsed(ended.note) };
}

/** Runs a command, however it ends. @param onOutput Called with all that it has said when it has said more. */
export async function runCommand(
  [program, ...args]: Command,
  options: CommandOptions,
  onOutput?: (child: ChildProcess, stdout: string) => Promise<void>,
): Promise<Ended> {
  const busyBefore = busySeconds();
  const ownBefore = ownSeconds();
  const start = performance.now();
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  const texts = [child.stdout, child.stderr, child.stdio[3]].map((stream) => textOf(stream as Readable));
  const [code, error] = await new Promise<[number | null, string]>((resolve, reject) => {
    child.stdout?.on("data", () => void onOutput?.(child, texts[0]!()).catch(reject));
    child.on("error", ({ message }) => resolve([1, message]));
    child.on("close", (code) => resolve([code, ""]));
  });
  const seconds = (performance.now() - start) / 1000;
  const foreign = busySeconds() - busyBefore - (ownSeconds() - ownBefore);
  const [stdout = "", stderr = "", note = ""] = texts.map((text) => text());
  const isCalm = foreign <= MOST_FOREIGN * seconds * cpus().length;
  return { code, stdout, stderr: stderr + error, seconds, isCalm, note };
}

/** Collects what a stream says; the function returned tells what it has said. */
function textOf(stream: Readable): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  return () => text;
}

/** Seconds that all cores have worked, for whomever. */
function busySeconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000;
}

/** Seconds of them that this process and the children it has waited for took: fields 14 to 17 of /proc/self/stat. */
function ownSeconds(): number {
  if (process.platform !== "linux") return 0;
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
}
