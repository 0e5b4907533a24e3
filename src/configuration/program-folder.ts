import { joinPath } from "../text/paths.ts";
import type { ProgramConfiguration } from "../fields/configuration.ts";

/** Returns the folder in which a program runs and from which the paths of its files start. @param from That of the experiment. */
export function programFolder({ folder }: Pick<ProgramConfiguration, "folder">, from: string): string {
  return joinPath(from, folder);
}

/** Returns the patterns of the files that a program depends on. */
export function programFiles({ files, module }: Pick<ProgramConfiguration, "files" | "module">): string[] {
  return module === "none" ? [...files] : [module.replace(/^\.\//, ""), ...files];
}

/** Returns whether a configuration is that of a program. */
export function isProgram(configuration: object): configuration is ProgramConfiguration {
  return "command" in configuration;
}
