#!/usr/bin/env node
import { constants } from "node:os";
import { performance } from "node:perf_hooks";
import { errorText } from "./commands/console/error-text.ts";
import { terminalAsk } from "./commands/console/terminal.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type Signal = (typeof SIGNALS)[number];

/** Node's own code for a module that still waits when no event is left: a bug, which must not count as success. */
const UNSETTLED = 13;

let received: Signal | undefined;
let outputCode = 0;

process.exitCode = UNSETTLED;
process.stdout.on("error", noteOutputError);
process.stderr.on("error", () => {}); // there is no other stream to report it on
void main().catch(refusedStart);

/** The program is bundled as CommonJS modules, which start sooner but do not allow `await` outside of functions. */
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

/** The program is many files; if the system opens no more of them, the error is printed like any other. */
function refusedStart(error: unknown): never {
  if (!(error instanceof Error && "syscall" in error)) throw error;
  process.stderr.write(errorText(error));
  process.exit(1);
}

/** The first signal asks all work to end, including work that starts later; the second ends the process. */
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

/** Returns the exit code that shells use for a signal. */
function exitCodeOf(signal: Signal): number {
  return 128 + constants.signals[signal];
}

/** A reader that closes the pipe early (`| head`) is not an error: the work continues. */
function noteOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.stderr.write(`error: Cannot write the output: ${error.message}\n`);
  process.exitCode = outputCode = 1;
}
