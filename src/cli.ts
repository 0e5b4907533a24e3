#!/usr/bin/env node
import { constants } from "node:os";
import { performance } from "node:perf_hooks";
import { errorText } from "./commands/console/error-text.ts";
import { terminalAsk } from "./commands/console/terminal.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type Signal = (typeof SIGNALS)[number];

/** Node's own code for a module that still waits when nothing is left to happen. That would be a bug, but no success. */
const UNSETTLED = 13;

let received: Signal | undefined;
let outputCode = 0;

process.exitCode = UNSETTLED;
process.stdout.on("error", noteOutputError);
process.stderr.on("error", () => {}); // nobody is left to be told
void main().catch(refusedStart);

/** The program is bundled as CommonJS modules, which start sooner, and have no `await` outside of functions. */
async function main(): Promise<void> {
  const { runCli } = await import("./commands/run-cli.ts");
  const code = await runCli(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    ask: terminalAsk(),
    now: () => performance.now(),
    onInterrupt,
  });
  const ended = received && code === exitCodeOf("SIGINT") ? exitCodeOf(received) : code;
  process.exitCode = Math.max(ended, outputCode);
}

/** The program is many files: where the system opens no more of them, that is told as anywhere else. */
function refusedStart(error: unknown): never {
  if (!(error instanceof Error && "syscall" in error)) throw error;
  process.stderr.write(errorText(error));
  process.exit(1);
}

/** The first signal asks for an end, also of what begins later; a second one is the end. */
function onInterrupt(listener: () => void): () => void {
  const onSignal = (signal: Signal): void => {
    if (received) process.exit(exitCodeOf(signal));
    received = signal;
    listener();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  if (received) listener();
  return () => SIGNALS.forEach((signal) => process.off(signal, onSignal));
}

/** As shells tell which signal ended a program. */
function exitCodeOf(signal: Signal): number {
  return 128 + constants.signals[signal];
}

/** A reader that closes the pipe early (`| head`) is no error: the work goes on. */
function noteOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.stderr.write(`error: Cannot print as the output must take it: ${error.message}\n`);
  process.exitCode = outputCode = 1;
}
