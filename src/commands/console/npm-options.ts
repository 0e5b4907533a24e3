import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command, Option } from "commander";
import { GridientError } from "../../errors.ts";
import type { Io } from "./io.ts";
import { npmCommand, type TakenOption } from "./npm-command.ts";

/** Options that npm has, too: one may be meant for gridient or be a setting of the user. */
export const OPTIONS_OF_NPM: readonly string[] = ["--all", "--json", "--only", "--yes"];

/**
 * Refuses a command line from which `npm run` has taken options. Without a `--` before them npm reads options as settings
 * of its own, leaves their values behind as arguments, and starts the script silently: `npm run sweep FILE --check`
 * would train, write and pass. What npm takes, it hands to the script in variables named npm_config_NAME.
 *
 * @throws {GridientError} With the command that passes them on.
 */
export function refuseOptionsTakenByNpm(program: Command, argv: readonly string[], env: Io["env"]): void {
  if (!env["npm_lifecycle_event"] || !/npm-cli\.[cm]?js$/.test(env["npm_execpath"] ?? "")) return;
  const path = commandPath(program, argv);
  const own = new Set(path.flatMap(({ options }) => options));
  const seen = new Map<string, TakenOption>();
  for (const option of [...own, ...allCommands(program).flatMap(({ options }) => options)]) {
    const found = takenOption(option, own.has(option), env);
    // A script may ask for npm's settings: `gridient sweep --out $npm_config_out`.
    if (found && !argv.includes(found.name) && !seen.has(found.variable)) seen.set(found.variable, found);
  }
  const settings = seen.size > 0 ? settingsOfFiles(env) : new Set();
  const taken = [...seen.values()].filter(({ variable }) => !settings.has(variable));
  if (taken.length === 0) return;
  const names = taken.map(({ name }) => name).join(", ");
  throw new GridientError("E_USAGE", `npm took options that are meant for gridient: ${names}`, {
    hint: `Write it as ${npmCommand(taken, argv, path.length, env)}`,
  });
}

/**
 * Returns what npm has taken for an option. A bare flag reads "true". Any other value may be a setting for another
 * program, unless the command that runs has this option; empty is `--no-check`, which requests nothing.
 */
function takenOption(option: Option, isOwn: boolean, env: Io["env"]): TakenOption | undefined {
  for (const name of [option.long, option.short]) {
    if (!name || OPTIONS_OF_NPM.includes(name)) continue;
    const exact = `npm_config_${name.replace(/^-+/, "").replaceAll("-", "_").toLowerCase()}`;
    const variable = env[exact] === undefined && isOwn ? (settingBeginning(exact, env) ?? exact) : exact;
    const values = env[variable]?.split("\n\n"); // as npm joins them
    const isMeant = values?.some((value) => value === "true" || (isOwn && value !== ""));
    if (values && isMeant) return { name, option, variable, values };
  }
  return undefined;
}

/** npm completes the beginning of a setting if there is only one: `--to onnx` becomes token-description. */
function settingBeginning(exact: string, env: Io["env"]): string | undefined {
  const found = Object.keys(env).filter((name) => name.startsWith(exact));
  return exact.length > "npm_config_".length + 1 && found.length === 1 ? found[0] : undefined;
}

/** Returns the command that the first words name, and the command of commands that it belongs to. */
function commandPath(program: Command, argv: readonly string[]): Command[] {
  const command = program.commands.find((candidate) => candidate.name() === argv[0]);
  return command ? [command, ...commandPath(command, argv.slice(1))] : [];
}

function allCommands(program: Command): readonly Command[] {
  return program.commands.flatMap((command) => [command, ...allCommands(command)]);
}

/** Returns the variables of settings in npm's files: they do not come from the command line. */
function settingsOfFiles(env: Io["env"]): ReadonlySet<string> {
  const project = env["npm_config_local_prefix"];
  const files = [
    project && join(project, ".npmrc"),
    env["npm_config_userconfig"],
    env["npm_config_globalconfig"],
  ];
  const keys = files.flatMap((file) => [
    ...readSettings(file).matchAll(/^[ \t]*([\w-]+)(?:\[\])?[ \t]*(?==|$)/gm),
  ]);
  return new Set(keys.map(([, key = ""]) => `npm_config_${key.replaceAll("-", "_").toLowerCase()}`));
}

function readSettings(file: string | undefined): string {
  try {
    return file ? readFileSync(file, "utf8") : "";
  } catch {
    return ""; // most users have none
  }
}
