import { exp } from "../../../math/exp.ts";
import { log } from "../../../math/log.ts";
import type { ValueRange } from "../../../fields/experiment-file.ts";
import { stepped, type Choice, type ImportedParameter, type ImportedValue } from "./imported-sweep.ts";
import { isMap, type YamlSource } from "./yaml-source.ts";

/** A map of a distribution's numbers. */
interface Distribution {
  readonly name: string;
  /** Returns one of its numbers. */
  readonly number: (key: string, standard?: number) => number;
}

/** Integers up to this many are all values of their own. */
const MOST_INTEGERS = 20;

/** What is known of each distribution: the numbers between which most of its draws are, and whether their logarithms are even. */
const BOUNDS: Readonly<Record<string, (d: Distribution) => { from: number; to: number; isLog?: boolean }>> = {
  uniform: ({ number }) => ({ from: number("min"), to: number("max") }),
  log_uniform: ({ number }) => ({ from: exp(number("min")), to: exp(number("max")), isLog: true }),
  log_uniform_values: ({ number }) => ({ from: number("min"), to: number("max"), isLog: true }),
  inv_log_uniform: ({ number }) => ({ from: exp(-number("max")), to: exp(-number("min")), isLog: true }),
  inv_log_uniform_values: ({ number }) => ({ from: number("min"), to: number("max"), isLog: true }),
  normal: ({ number }) => {
    const [mu, sigma] = [number("mu", 0), number("sigma", 1)];
    return { from: mu - 2 * sigma, to: mu + 2 * sigma };
  },
  log_normal: ({ number }) => {
    const [mu, sigma] = [number("mu", 0), number("sigma", 1)];
    return { from: exp(mu - 2 * sigma), to: exp(mu + 2 * sigma), isLog: true };
  },
  beta: () => ({ from: 0, to: 1 }),
};

/** Returns a parameter of a W&B sweep. @throws {GridientError} E_USAGE for what an experiment cannot have. */
export function wandbParameter(name: string, source: YamlSource, isGrid: boolean): ImportedParameter {
  const path = ["parameters", name];
  const written = isMap(source.data["parameters"]) ? source.data["parameters"][name] : undefined;
  if (!isMap(written)) throw source.refusal(path, "must be a map", "Write for example {values: [0.1, 0.3]}");
  if ("parameters" in written)
    throw source.refusal(path, "has parameters of its own, which a program's parameters cannot have", FLAT);
  if ("value" in written) return { name, values: [valueIn(written["value"], [...path, "value"], source)] };
  if (Array.isArray(written["values"])) {
    const values = written["values"].map((value, i) =>
      valueIn(value, [...path, "values", String(i)], source),
    );
    return { name, values: different(values) };
  }
  const distribution = readDistribution(written, path, source);
  return {
    name,
    ...choiceOf(distribution, isGrid, () => unknownDistribution(distribution.name, path, source)),
  };
}

const FLAT = "Write each as a parameter of its own, such as optimizer_lr";

function valueIn(value: unknown, path: readonly string[], source: YamlSource): ImportedValue {
  if (isSimple(value)) return value;
  if (Array.isArray(value) && value.every(isSimple)) return value;
  const found = value === null ? "nothing" : "a map or a list of lists";
  throw source.refusal(
    path,
    `must be a number, a word, true, false or a list of these (got ${found})`,
    "Write a word that your program understands",
  );
}

function isSimple(value: unknown): value is number | string | boolean {
  return typeof value === "number" || typeof value === "string" || typeof value === "boolean";
}

/** W&B runs equal values once. */
function different(values: readonly ImportedValue[]): readonly ImportedValue[] {
  const texts = values.map((value) => JSON.stringify(value));
  return values.filter((_, i) => texts.indexOf(texts[i] ?? "") === i);
}

function readDistribution(
  written: Readonly<Record<string, unknown>>,
  path: readonly string[],
  source: YamlSource,
): Distribution {
  const number = (key: string, standard?: number): number => {
    const value = written[key] ?? standard;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw source.refusal([...path, key], "must be a number", "Or list the values: {values: [0.1, 0.3]}");
  };
  const isWhole = ["min", "max"].every((key) => /^[-+]?\d+$/.test(source.textAt([...path, key])));
  const name = written["distribution"] ?? (isWhole ? "int_uniform" : "uniform");
  return { name: typeof name === "string" ? name : JSON.stringify(name), number };
}

function unknownDistribution(name: string, path: readonly string[], source: YamlSource): Error {
  const allowed = ["int_uniform", ...Object.keys(BOUNDS)].join(", ");
  const hint = `List the values: {values: [0.1, 0.3]}. Allowed: ${allowed}, also with q_ before them`;
  return source.refusal([...path, "distribution"], `is not known (got ${name})`, hint);
}

function choiceOf(distribution: Distribution, isGrid: boolean, unknown: () => Error): Choice {
  const { name, number } = distribution;
  if (name === "int_uniform") return integers(number("min"), number("max"));
  const isQuantized = name.startsWith("q_");
  const q = isQuantized ? number("q", 1) : 0;
  if (name === "q_uniform" && isGrid) {
    const [from, to] = [number("min"), number("max")];
    return { values: stepped(from, q, Math.max(0, Math.ceil((to - from) / q))) }; // max is not one of them
  }
  const key = isQuantized ? name.slice(2) : name;
  const bounds = Object.hasOwn(BOUNDS, key) ? BOUNDS[key]?.(distribution) : undefined;
  if (!bounds || !(bounds.from < bounds.to)) throw unknown();
  const spread = (count: number): ValueRange | readonly number[] => {
    const range = rangeOf(bounds, count);
    return isQuantized ? quantized(bounds, count, q) : range;
  };
  return { spread, what: `${name} from ${rounded(bounds.from)} to ${rounded(bounds.to)}` };
}

function integers(from: number, to: number): Choice {
  const count = to - from + 1;
  if (count <= MOST_INTEGERS) return { values: stepped(from, 1, count) };
  return {
    spread: (wanted) => evenly({ from, to }, wanted).map((value) => Math.round(value)),
    what: `whole numbers from ${from} to ${to}`,
  };
}

interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly isLog?: boolean;
}

function rangeOf({ from, to, isLog = false }: Bounds, count: number): ValueRange {
  const ends = { from: rounded(from), to: rounded(to), count };
  return isLog ? { logspace: ends } : { linspace: ends };
}

function evenly({ from, to, isLog = false }: Bounds, count: number): number[] {
  const [first, last] = isLog ? [log(from), log(to)] : [from, to];
  return Array.from({ length: count }, (_, i) => {
    const value = first + ((last - first) * i) / (count - 1);
    return isLog ? exp(value) : value;
  });
}

/** Returns different multiples of q. */
function quantized(bounds: Bounds, count: number, q: number): number[] {
  const values = evenly(bounds, count).map((value) => Number((Math.round(value / q) * q).toPrecision(12)));
  return [...new Set(values)];
}

/** Of what was computed, four digits are enough; what was written keeps all of its own. */
function rounded(value: number): number {
  return String(value).length > 12 ? Number(value.toPrecision(4)) : value;
}
