import { shellWord } from "./shell-word.ts";

/** Code below node_modules was installed as a package; elsewhere it is gridient's own repository. */
const IS_INSTALLED = /\/node_modules\//.test(import.meta.url);

/**
 * Returns the shell command by which the reader runs a command of gridient: npm's scripts in its own repository, npx
 * where it is installed as a package.
 *
 * @param set Arguments of `--set`.
 */
export function readersCommand(
  command: string,
  words: readonly string[],
  set: readonly string[] = [],
  isInstalled: boolean = IS_INSTALLED,
): string {
  const all = [...words, ...set.flatMap((setting) => ["--set", setting])];
  const line = all.map(shellWord).join(" ");
  if (isInstalled) return `npx gridient ${command} ${line}`.trimEnd();
  if (command !== "sweep") return `npm run -s gridient -- ${command} ${line}`.trimEnd();
  const hasOptions = all.some((word) => word.startsWith("-")); // npm would take them for its own
  return `npm run sweep ${hasOptions ? "-- " : ""}${line}`;
}
