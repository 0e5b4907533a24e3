import type { Option } from "commander";
import { shellWord } from "../../text/shell-word.ts";
import type { Io } from "./io.ts";

/** An option that npm took from the command line. */
export interface TakenOption {
  /** As it was written, such as `--out` or `-o`. */
  readonly name: string;
  readonly option: Option;
  /** npm's variable. */
  readonly variable: string;
  /** "true" where its value, if it has one, is still among the arguments. */
  readonly values: readonly string[];
}

/**
 * Returns the command that passes on the options that npm took; with dots for the arguments where it is unclear which
 * value belongs to which option, or which arguments came from the user.
 *
 * @param commands How many words at the start of `argv` name the command.
 */
export function npmCommand(
  taken: readonly TakenOption[],
  argv: readonly string[],
  commands: number,
  env: Io["env"],
): string {
  const start = startOf(env);
  const ofScript = wordsOfScript(env["npm_lifecycle_script"] ?? "", argv);
  const placed = ofScript === undefined ? undefined : placeValues(taken, argv, Math.max(commands, ofScript));
  if (!placed) return `${start} ...`;
  const kept = argv.slice(ofScript).filter((word) => !placed.values.has(word));
  return [start, ...[...kept, ...placed.words].map(shellWord)].join(" ");
}

/** Returns the start of a command line after which npm takes no options. */
function startOf(env: Io["env"]): string {
  if (env["npm_command"] === "exec") return "npx gridient";
  const silent = env["npm_config_loglevel"] === "silent" ? "-s " : "";
  return `npm run ${silent}${shellWord(env["npm_lifecycle_event"] ?? "")} --`;
}

/** Returns how many arguments come from the script itself; npm appends those of the user. */
function wordsOfScript(script: string, argv: readonly string[]): number | undefined {
  for (let count = argv.length; count > 0; count--)
    if (script.endsWith(` ${argv.slice(0, count).join(" ")}`)) return count;
  return /(^|[\\/\s"'])(gridient|cli\.js)["']?$/.test(script) ? 0 : undefined;
}

/** Returns the options with their values from the arguments, where there is only one way to assign them; else undefined. */
function placeValues(
  taken: readonly TakenOption[],
  argv: readonly string[],
  from: number,
): { values: ReadonlySet<string>; words: readonly string[] } | undefined {
  const values = new Set<string>();
  const found = new Map<TakenOption, string[]>();
  for (let open = [...taken]; open.length > 0; open = open.filter((one) => !found.has(one))) {
    const free = argv.slice(from).filter((word) => !values.has(word) && !/^-|\.ya?ml$/.test(word));
    const next = open.find((one) => missing(one) === 0 || fits(one, free).length === missing(one));
    if (!next) return undefined;
    const words = missing(next) === 0 ? [] : fits(next, free);
    words.forEach((word) => values.add(word));
    found.set(next, words);
  }
  return { values, words: taken.flatMap((one) => written(one, found.get(one) ?? [])) };
}

/** How many values of an option are among the arguments. */
function missing({ option, values }: TakenOption): number {
  return option.isBoolean() ? 0 : values.filter((value) => value === "true").length;
}

/** Returns the words that an option takes as its value. */
function fits({ option }: TakenOption, words: readonly string[]): string[] {
  return words.filter((word) => {
    if (option.flags.includes("=") && !word.includes("=")) return false;
    try {
      option.parseArg?.(word, option.defaultValue);
      return true;
    } catch {
      return false;
    }
  });
}

/** Returns an option as it should have been written. */
function written({ name, option, values }: TakenOption, found: readonly string[]): string[] {
  const rest = [...found];
  return values.flatMap((value) => {
    if (option.isBoolean()) return [name];
    return [name, value === "true" ? (rest.shift() ?? "") : value];
  });
}
