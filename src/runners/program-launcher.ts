import { fork, type ChildProcess } from "node:child_process";
import type { FromLauncher, ToLauncher } from "./launcher-messages.ts";
import { signalGroup, type OutputStream, type ProgramEnd, type ProgramStart } from "./process-group.ts";

/** When a program must end early, and who hears of it. */
export interface ProgramUse {
  /** Seconds; absent = no limit. */
  readonly timeout?: number | undefined;
  readonly signal: AbortSignal;
  /** It has been started, in a slot (0..width-1). */
  readonly onStart?: (slot: number) => void;
  /** Takes its output, piece by piece. */
  readonly onOutput: (piece: Uint8Array, stream: OutputStream) => void;
}

/** A program that has not ended yet. */
interface Running extends ProgramUse {
  group: number | undefined;
  readonly end: (end: ProgramEnd) => void;
}

/**
 * Runs programs, each in a process group of its own. They are started by a process that waits for this one to end, and ends
 * them if it leaves any behind, however it dies.
 */
export class ProgramLauncher {
  readonly #file: URL;
  readonly #width: number;
  readonly #running = new Map<number, Running>();
  #process: ChildProcess | undefined;
  #lastId = 0;

  /**
   * @param file The built launch-programs.js.
   * @param width How many programs run at the same time; others wait.
   */
  constructor(file: URL, width: number) {
    this.#file = file;
    this.#width = width;
  }

  /** Runs a program when it is its turn. Never rejects. */
  async run(start: ProgramStart, use: ProgramUse): Promise<ProgramEnd> {
    const { timeout, signal } = use;
    if (signal.aborted) return { status: "cancelled" };
    const id = (this.#lastId += 1);
    const cancel = (): void => this.#send({ id, cancel: true });
    signal.addEventListener("abort", cancel);
    const ended = new Promise<ProgramEnd>((resolve) => {
      this.#running.set(id, { ...use, group: undefined, end: resolve });
    });
    this.#send({ id, start, timeout });
    const end = await ended;
    signal.removeEventListener("abort", cancel);
    return end;
  }

  /** Starts the process that starts programs, if it is not there yet: that takes a moment. */
  open(): void {
    this.#process ??= this.#fork();
  }

  /** To be called when nothing runs any more. */
  close(): void {
    const process = this.#process;
    this.#process = undefined;
    if (process?.connected) process.disconnect();
  }

  #send(message: ToLauncher): void {
    this.open();
    this.#process?.send(message, () => undefined); // an error is that the process has ended
  }

  /** Its group is its own, so that what is sent to this process and its group does not reach it. */
  #fork(): ChildProcess {
    const process = fork(this.#file, [String(this.#width)], {
      detached: true,
      execArgv: ["--max-semi-space-size=1"], // megabytes: less memory of which the system copies notes for each program
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    process.on("message", (news) => {
      for (const message of news as readonly FromLauncher[]) this.#take(message);
    });
    const lose = (): void => this.#lose(process);
    process.once("error", lose).once("exit", lose);
    return process;
  }

  #take(message: FromLauncher): void {
    const running = this.#running.get(message.id);
    if (!running) return;
    if ("piece" in message) running.onOutput(message.piece, message.stream);
    else if ("slot" in message) {
      running.group = message.group;
      running.onStart?.(message.slot);
    } else {
      this.#running.delete(message.id);
      running.end(message.end);
    }
  }

  /** The process has ended too early: nothing but this ends what it has started. */
  #lose(process: ChildProcess): void {
    if (this.#process !== process) return;
    this.#process = undefined;
    for (const { group, end } of this.#running.values()) {
      if (group !== undefined) signalGroup(group, "SIGKILL");
      end(group === undefined ? { status: "refused", reason: "its launcher has ended" } : KILLED);
    }
    this.#running.clear();
  }
}

const KILLED: ProgramEnd = { status: "killed", by: "SIGKILL" };
