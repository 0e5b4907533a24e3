/**
 * Runs the generator `train` of a module, and prints what it yields: a program like any other from the outside. It has a
 * process of its own, so one that never yields its thread ends as every program does.
 * @module
 */
import node, { argv, env, exit, stdout } from "node:process";
import { pathToFileURL } from "node:url";

/** What a module exports as `train`. */
type Train = (
  parameters: unknown,
  context: {
    readonly seed: number;
    readonly epochs: number;
    readonly folder: string;
    readonly checkpoint: string;
    readonly signal: AbortSignal;
  },
) => AsyncIterable<Readonly<Record<string, unknown>>> | Iterable<Readonly<Record<string, unknown>>>;

void run(argv[2] ?? "");

async function run(file: string): Promise<void> {
  const controller = new AbortController();
  node.once("SIGTERM", () => controller.abort());
  const module = (await import(pathToFileURL(file).href)) as { readonly train?: unknown };
  if (!isTrain(module.train)) throw new TypeError(`${file} must export a generator called train`);
  const context = {
    seed: Number(env["GRIDIENT_SEED"]),
    epochs: Number(env["GRIDIENT_EPOCHS"]),
    folder: env["GRIDIENT_FOLDER"] ?? ".",
    checkpoint: env["GRIDIENT_CHECKPOINT"] ?? "",
    signal: controller.signal,
  };
  for await (const report of module.train(JSON.parse(env["GRIDIENT_PARAMETERS"] ?? "{}"), context))
    await print(`${JSON.stringify(report, spelled)}\n`);
  exit(0); // timers and sockets of the module keep nothing waiting
}

function isTrain(train: unknown): train is Train {
  return typeof train === "function";
}

/** JSON has no word for these numbers. */
function spelled(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

function print(line: string): Promise<void> {
  return new Promise((resolve) => stdout.write(line, () => resolve()));
}
