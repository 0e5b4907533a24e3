import { InvalidArgumentError, Option, type Argument } from "commander";
import { nearestWord } from "../../text/nearest-word.ts";
import type { Shard } from "../../trials/shard.ts";
import type { Io } from "./io.ts";

const LIMIT = 10_000;

/** Lets an option or an argument be one of some words; the message about another names the nearest of them. */
export function choices<Of extends Option | Argument>(of: Of, words: readonly string[]): Of {
  of.choices(words).argParser((word: string) => {
    if (words.includes(word)) return word;
    const nearest = nearestWord(word, words);
    const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
    throw new InvalidArgumentError(`Allowed choices are ${words.join(", ")}.${hint}`);
  });
  return of;
}

/** --limit: how large a grid may be. */
export function limitOption(): Option {
  return new Option("--limit <n>", "largest number of configurations in a grid")
    .argParser(positive)
    .default(LIMIT);
}

/** --set: values that replace those of every file. */
export function setOption(): Option {
  return new Option("--set <path=value>", "change a field, in YAML's syntax; may be repeated")
    .default([], "none")
    .argParser((setting: string, before: readonly string[]) => [...before, setting]);
}

/** --allow-programs: the only consent beside that of package.json. */
export function allowProgramsOption(): Option {
  return new Option("--allow-programs", "let experiments of kind: program start their programs");
}

/** What a first program is written in. */
export const LANGUAGES = ["javascript", "typescript", "python"] as const;

/** --program: the user's own code in place of a network. */
export function programOption(): Option {
  const text = "run your own program instead of training a network: write a first one in this language";
  return new Option("--program [language]", text)
    .choices(LANGUAGES)
    .preset("javascript")
    .conflicts(["dataset", "target", "classes", "numbers", "hidden", "sweep"]);
}

/** --where: which combinations of a grid. */
export function whereOption(): Option {
  return new Option("--where <path=value>", "a condition, as in a rule of exclude; may be repeated")
    .default([], "none")
    .argParser((condition: string, before: readonly string[]) => [...before, condition]);
}

/** --junit: the verdicts, for CI servers. */
export function junitOption(): Option {
  return new Option("--junit <file>", "write the verdicts as JUnit XML, for CI servers");
}

/** --check: of a sweep, which then changes nothing. */
export function checkOption(): Option {
  const text = "write nothing; compare with the existing tables, and exit with 1 if a byte differs";
  return new Option("--check", text).conflicts(["fresh", "only"]);
}

/** --shard: one of several machines that are independent of each other. */
export function shardOption(): Option {
  const text = "train part i of n and write no results; merge combines the parts";
  return new Option("--shard <i/n>", text).argParser(shard).conflicts("check");
}

/** --runner: where trials train. */
export function runnerOption(): Option {
  const text = "where trials train: on threads of this machine, or on the workers of a fleet";
  return choices(new Option("--runner <kind>", text), ["threads", "bullmq"]).default("threads");
}

/** --redis: the server of a fleet. */
export function redisOption(): Option {
  const text = "address of the fleet's Redis (default: GRIDIENT_REDIS, else redis://127.0.0.1:6379)";
  return new Option("--redis <url>", text);
}

/** --detach: for a sweep that the workers finish alone. */
export function detachOption(): Option {
  const text =
    "put the trials into the fleet's queue and exit; the same sweep without --detach collects them";
  return new Option("--detach", text).conflicts(["check", "ui", "shard", "fresh", "only"]);
}

/** --concurrency: trials that a worker trains at once. */
export function concurrencyOption(): Option {
  const text = "trials to train at the same time (default: one for each core)";
  return new Option("-c, --concurrency <n>", text).argParser(positive);
}

/** --patience: when a worker counts as lost. */
export function patienceOption(): Option {
  const text = "without a message from a worker, after which others take over its trials";
  return new Option("--patience <seconds>", text).argParser(positive).default(15);
}

/** --data-dir: the folder of data sets that gridient cannot generate. */
export function dataDirOption(): Option {
  return new Option("--data-dir <dir>", "folder with data sets by name (default: GRIDIENT_DATA_DIR)");
}

/** --store: where records are. */
export function storeOption(): Option {
  return new Option("--store <dir>", "folder of records").default("results/.store");
}

/** --reporter: how problems are printed. */
export function reporterOption(): Option {
  const text = "how to print problems: as text, or as JSON in the first line of stdout";
  return choices(new Option("--reporter <form>", text), ["text", "json"]).default("text");
}

/** --host: the address of a live page. */
export function hostOption(): Option {
  return new Option(
    "--host <address>",
    "address of the live page; any other than loopback is open to the network",
  ).default("127.0.0.1");
}

/** --port: the port of a live page. */
export function portOption(): Option {
  return new Option("--port <n>", "port of the live page").argParser(port).default(0, "a free one");
}

/** Parses the number of a port. @throws {InvalidArgumentError} If the text is something else. */
function port(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError("It must be an integer from 0 to 65535.");
  return value;
}

/** Parses the number of a shard and the number of shards. @throws {InvalidArgumentError} If the text is something else. */
function shard(text: string): Shard {
  const [, number, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (number === undefined || of === undefined || number < 1 || number > of)
    throw new InvalidArgumentError("It must be the number of a part and the number of parts, such as 2/4.");
  return { number, of };
}

/** Parses a positive integer. @throws {InvalidArgumentError} If the text is something else. */
export function positive(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError("It must be an integer of at least 1.");
  return value;
}

/** Returns the examples at the end of every --help. */
export function example(...commands: readonly string[]): string {
  return `\nExample:\n${commands.map((command) => `  $ ${command}`).join("\n")}`;
}

/** Options of every command of a fleet. */
export interface RedisOptions {
  readonly redis?: string;
}

/** Returns where Redis is: --redis, else GRIDIENT_REDIS, which is not visible in lists of processes, else this machine. */
export function redisUrl({ redis }: RedisOptions, { env }: Pick<Io, "env">): string {
  return redis ?? (env["GRIDIENT_REDIS"] || "redis://127.0.0.1:6379");
}
