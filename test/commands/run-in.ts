import { fileURLToPath } from "node:url";
import { execa } from "execa";

/** The built command line. */
export const CLI: string = fileURLToPath(new URL("../../dist/program/cli.js", import.meta.url));

/** What a command line comes to. */
export interface Ended {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a folder: without colours, and not in a workflow unless `env` says so. */
export async function gridient(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [CLI, ...args], {
    cwd,
    reject: false,
    env: { NO_COLOR: "1", GITHUB_ACTIONS: "", ...env },
  });
  return { exitCode, stdout, stderr };
}
