import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("peers/", import.meta.url));
const THREAD_VARIABLES = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"];

/** Returns the command that runs a script of peers/. Debian's packages belong to Debian's Python. */
export function peerCommand(script) {
  const program = script.endsWith(".mjs")
    ? process.execPath
    : (process.env.PEER_PYTHON ?? "/usr/bin/python3");
  return [program, FOLDER + script];
}

/** Returns the environment of peers: one thread a process; nothing written beside the scripts. */
export function peerEnvironment() {
  const threads = Object.fromEntries(THREAD_VARIABLES.map((name) => [name, "1"]));
  return { ...process.env, ...threads, PYTHONDONTWRITEBYTECODE: "1" };
}

/** A peer that waits for requests; see peers/serve.py. */
export class PeerProcess {
  #child;
  #lines;
  #complaints = "";

  /** @param {string} script A file of peers/. */
  constructor(script) {
    const [program, ...args] = peerCommand(script);
    this.#child = spawn(program, args, { env: peerEnvironment() });
    this.#child.on("error", (error) => (this.#complaints += error.message));
    this.#child.stdin.on("error", () => undefined); // the missing answer says it
    this.#child.stderr.on("data", (text) => (this.#complaints += text));
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Returns the version of the library. @throws {Error} If this machine lacks it. */
  async version() {
    return (await this.#answer()).version;
  }

  /** Sends a request and returns the answer. @throws {Error} If the peer ended. */
  async ask(request) {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    return this.#answer();
  }

  close() {
    this.#child.stdin.end();
  }

  async #answer() {
    const { value, done } = await this.#lines.next();
    if (!done) return JSON.parse(value);
    throw new Error(this.#complaints.trim().split("\n").at(-1) || "it ended without a word");
  }
}
