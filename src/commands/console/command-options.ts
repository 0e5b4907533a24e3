import { InvalidArgumentError, Option } from "commander";
import type { Shard } from "../../trials/shard.ts";
import type { Io } from "./io.ts";

const LIMIT = 10_000;

/** --limit: how large a grid may be. */
export function limitOption(): Option {
  return new Option("--limit <n>", "most configurations a grid may have").argParser(positive).default(LIMIT);
}

/** --set: values laid over every file. */
export function setOption(): Option {
  return new Option("--set <path=value>", "change a field, in YAML's syntax; may be repeated")
    .default([], "none")
    .argParser((setting: string, before: readonly string[]) => [...before, setting]);
}

/** --allow-programs: the only consent beside that of package.json. */
export function allowProgramsOption(): Option {
  return new Option("--allow-programs", "let experiments of kind: program start their programs");
}

/** --where: which combinations of a grid. */
export function whereOption(): Option {
  return new Option("--where <path=value>", "as an entry of a rule of exclude; may be repeated")
    .default([], "none")
    .argParser((condition: string, before: readonly string[]) => [...before, condition]);
}

/** --junit: what was found, for CI servers. */
export function junitOption(): Option {
  return new Option("--junit <file>", "write what was found as JUnit XML, for CI servers");
}

/** --check: of a sweep, which then changes nothing. */
export function checkOption(): Option {
  const text = "write nothing; compare with the tables that are there, exit 1 if a byte differs";
  return new Option("--check", text).conflicts(["fresh", "only"]);
}

/** --shard: one of several machines that know nothing of each other. */
export function shardOption(): Option {
  const text =
    "train part i of n, the same on every machine, and write no results; merge brings them together";
  return new Option("--shard <i/n>", text).argParser(shard).conflicts("check");
}

/** --runner: where trials train. */
export function runnerOption(): Option {
  const text = "where trials train: threads of this machine, or the workers of a fleet";
  return new Option("--runner <kind>", text).choices(["threads", "bullmq"]).default("threads");
}

/** --redis: where a fleet meets. */
export function redisOption(): Option {
  const text = "address of the fleet's Redis (default: GRIDIENT_REDIS, else redis://127.0.0.1:6379)";
  return new Option("--redis <url>", text);
}

/** --detach: of a sweep that its workers finish alone. */
export function detachOption(): Option {
  const text = "put the trials into the fleet's queue and return; the same sweep without it collects them";
  return new Option("--detach", text).conflicts(["check", "ui", "shard", "fresh", "only"]);
}

/** --concurrency: trials that a worker trains at once. */
export function concurrencyOption(): Option {
  const text = "trials to train at the same time (default: one for each core)";
  return new Option("-c, --concurrency <n>", text).argParser(positive);
}

/** --patience: when a worker counts as lost. */
export function patienceOption(): Option {
  const text = "without a word from a worker, others take over what it trains";
  return new Option("--patience <seconds>", text).argParser(positive).default(15);
}

/** --data-dir: where data sets are that gridient cannot make. */
export function dataDirOption(): Option {
  return new Option("--data-dir <dir>", "folder with data sets by name (default: GRIDIENT_DATA_DIR)");
}

/** --store: where records are. */
export function storeOption(): Option {
  return new Option("--store <dir>", "folder of records").default("results/.store");
}

/** --reporter: how problems are told. */
export function reporterOption(): Option {
  return new Option("--reporter <form>", "how problems are told: text, or JSON in the first line of stdout")
    .choices(["text", "json"])
    .default("text");
}

/** --host: who may open a live page. */
export function hostOption(): Option {
  return new Option(
    "--host <address>",
    "where the live page listens; beyond loopback it is open to the network",
  ).default("127.0.0.1");
}

/** --port: where a live page is. */
export function portOption(): Option {
  return new Option("--port <n>", "its port").argParser(port).default(0, "one that is free");
}

/** Parses the number of a port. @throws {InvalidArgumentError} If the text is none. */
function port(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError("It must be a port, from 0 to 65535.");
  return value;
}

/** Parses which of how many shards. @throws {InvalidArgumentError} If the text is none. */
function shard(text: string): Shard {
  const [, number, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (number === undefined || of === undefined || number < 1 || number > of)
    throw new InvalidArgumentError("It must be which part of how many, from 1 up, such as 2/4.");
  return { number, of };
}

/** Parses a whole number from 1 up. @throws {InvalidArgumentError} If the text is none. */
export function positive(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError("It must be a whole number from 1 up.");
  return value;
}

/** Returns what every --help ends with. */
export function example(...commands: readonly string[]): string {
  return `\nExample:\n${commands.map((command) => `  $ ${command}`).join("\n")}`;
}

/** Options of every command of a fleet. */
export interface RedisOptions {
  readonly redis?: string;
}

/** Returns where Redis is: --redis, else GRIDIENT_REDIS, which no list of processes shows, else this machine. */
export function redisUrl({ redis }: RedisOptions, { env }: Pick<Io, "env">): string {
  return redis ?? (env["GRIDIENT_REDIS"] || "redis://127.0.0.1:6379");
}
