import { runCli } from "../../src/commands/run-cli.ts";

/** Returns what a command line prints on a terminal of some width, without colours unless `env` says so. */
export async function onTerminal(
  args: readonly string[],
  columns: number,
  env: Readonly<Record<string, string>> = { LANG: "C.UTF-8", NO_COLOR: "1" },
): Promise<string> {
  let printed = "";
  const output = { write: (text: string) => void (printed += text), isTTY: true, columns };
  await runCli(args, { stdout: output, stderr: output, env, now: () => 0, onInterrupt: () => () => {} });
  return printed;
}
