#!/usr/bin/env node
import { performance } from "node:perf_hooks";
import { runCli } from "./commands/run-cli.ts";
import { terminalAsk } from "./commands/terminal.ts";

// A reader that closes the pipe early (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  ask: terminalAsk(),
  now: () => performance.now(),
  onInterrupt: (listener) => {
    process.once("SIGINT", listener); // a second Ctrl-C ends the process at once
    return () => process.off("SIGINT", listener);
  },
});
