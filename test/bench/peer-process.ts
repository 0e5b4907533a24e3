import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { scriptCommand, type Command } from "./commands.ts";

const FOLDER = new URL("peers/", import.meta.url);
const THREAD_VARIABLES = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"];

/** Returns the Python of the peers: Debian's packages belong to Debian's Python. */
export function python(): string {
  return process.env["PEER_PYTHON"] ?? "/usr/bin/python3";
}

/** Returns the command that runs a script of peers/. */
export function peerCommand(script: string, ...args: readonly string[]): Command {
  const url = new URL(script, FOLDER);
  return script.endsWith(".ts") ? scriptCommand(url, ...args) : [python(), fileURLToPath(url), ...args];
}

/** Returns the environment of peers: one thread a process; nothing written beside the scripts. */
export function peerEnvironment(dataDir = process.env["GRIDIENT_DATA_DIR"]): NodeJS.ProcessEnv {
  const threads = Object.fromEntries(THREAD_VARIABLES.map((name) => [name, "1"]));
  return { ...process.env, ...threads, GRIDIENT_DATA_DIR: dataDir, PYTHONDONTWRITEBYTECODE: "1" };
}

/** What a peer answers to a request: the CPU time of one pass over so many examples. */
export interface PeerAnswer {
  readonly seconds: number;
  readonly examples: number;
}

/** A peer that waits for requests; see peers/serve.py. */
export class PeerProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #complaints = "";

  constructor(script: string, dataDir: string | undefined) {
    const [program, ...args] = peerCommand(script);
    this.#child = spawn(program, args, { env: peerEnvironment(dataDir) });
    this.#child.on("error", (error) => (this.#complaints += error.message));
    this.#child.stdin.on("error", () => undefined); // the missing answer says it
    this.#child.stderr.on("data", (text) => (this.#complaints += text));
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Returns the version of the library. @throws {Error} If this machine lacks it. */
  async version(): Promise<string> {
    const { version } = (await this.#answer()) as { readonly version: string };
    return version;
  }

  /** Sends a request and returns the answer. @throws {Error} If the peer ended. */
  async ask(request: object): Promise<PeerAnswer> {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    return (await this.#answer()) as PeerAnswer;
  }

  close(): void {
    this.#child.stdin.end();
  }

  async #answer(): Promise<unknown> {
    const { value, done } = await this.#lines.next();
    if (!done) return JSON.parse(value);
    throw new Error(this.#complaints.trim().split("\n").at(-1) || "The peer ended without an answer");
  }
}
