/**
 * Starts programs for the process that has started this one. To start a process, the system copies what it notes of the
 * memory of the parent, which waits meanwhile: that is much of a sweep, and little of this process. It also outlives a sweep
 * that is killed, for as long as it takes to end the programs that the sweep would leave behind.
 * @module
 */
import node, { argv, exit } from "node:process";
import type { FromLauncher, ToLauncher } from "./launcher-messages.ts";
import { signalGroup, startProgram } from "./process-group.ts";
import { Slots } from "./slots.ts";

/** How long news may wait for more: each message wakes the other process up. */
const DELAY_MS = 5;
/** Bytes of output that are on the way before programs have to wait. */
const MOST_BYTES = 65_536;

/** Collects what the other process is to know, and sends it together. */
class News {
  #waiting: FromLauncher[] = [];
  #bytes = 0;
  #bytesUnderWay = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Adds a message. Returns a promise where no more output may follow before it is fulfilled. */
  add(message: FromLauncher, bytes = 0): Promise<void> | undefined {
    this.#waiting.push(message);
    this.#bytes += bytes;
    if (this.#bytes + this.#bytesUnderWay >= MOST_BYTES) return this.#send();
    this.#timer ??= setTimeout(() => void this.#send(), DELAY_MS);
    return undefined;
  }

  /** Adds a message that is not to wait for those of later events. */
  addNow(message: FromLauncher): void {
    this.#waiting.push(message);
    setImmediate(() => void this.#send());
  }

  #send(): Promise<void> | undefined {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0) return undefined;
    const [messages, bytes] = [this.#waiting, this.#bytes];
    [this.#waiting, this.#bytes] = [[], 0];
    this.#bytesUnderWay += bytes;
    return new Promise((resolve) => {
      node.send?.(messages, undefined, undefined, () => {
        this.#bytesUnderWay -= bytes;
        resolve();
      });
    });
  }
}

const slots = new Slots(Number(argv[2]));
const news = new News();
const controllers = new Map<number, AbortController>();
const groups = new Set<number>();

// What is sent to all processes of a terminal or a service must not end the one that ends what they leave behind.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) node.on(signal, () => undefined);
node.on("disconnect", () => {
  for (const group of groups) signalGroup(group, "SIGKILL");
  exit(0);
});
node.on("message", (message: ToLauncher) => {
  if ("cancel" in message) controllers.get(message.id)?.abort();
  else void run(message);
});

/** Runs a program when a slot is free. */
async function run({ id, start, timeout }: Extract<ToLauncher, { start: unknown }>): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  controllers.set(id, controller);
  const program = await slots.use(async (slot) => {
    if (signal.aborted) return undefined;
    const started = startProgram(start, {
      timeout,
      signal,
      onOutput: (piece, stream) => news.add({ id, piece, stream }, piece.length),
    });
    const { group } = started;
    if (group !== undefined) groups.add(group);
    news.addNow({ id, slot, group }); // until it is known, only this process can end the program
    await started.gone;
    if (group !== undefined) groups.delete(group);
    return started;
  });
  const end = program ? await program.ended : { status: "cancelled" as const };
  controllers.delete(id);
  news.addNow({ id, end });
}
