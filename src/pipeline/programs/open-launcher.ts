import { packageFile } from "../../files/package-file.ts";
import { ProgramLauncher } from "../../runners/program-launcher.ts";

/** Returns what runs programs, so many at a time: its process begins to start. */
export function openLauncher(width: number): ProgramLauncher {
  const launcher = new ProgramLauncher(packageFile("dist/program/launch-programs.js"), width);
  launcher.open();
  return launcher;
}
