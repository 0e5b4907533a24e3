import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "../../support/folders.ts";
import { gridient, gridientProcess, type Ended } from "../run-in.ts";

/** A folder with an experiment that runs a script of a shell, which is named in `files`. */
export async function programFolder(
  script: string,
  experiment: string,
  command = '[/bin/sh, program.sh, "${fault}", "${folder}"]',
): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "program.sh"), script);
  const start = `kind: program\ncommand: ${command}\nfiles: [program.sh]\n`;
  await writeFile(join(folder, "a.yaml"), `${start}${experiment}`);
  return folder;
}

/** Sweeps the experiment with the consent of the user; as a process if an environment is given, which programs may inherit. */
export function sweepPrograms(
  folder: string,
  options: readonly string[] = [],
  environment?: Readonly<Record<string, string>>,
): Promise<Ended> {
  const args = ["sweep", "a.yaml", "--allow-programs", ...options];
  return environment ? gridientProcess(folder, args, environment) : gridient(folder, args);
}
