import type { ImportedParameter, ImportedValue } from "./imported-sweep.ts";
import { choiceOf, DISTRIBUTIONS, type Distribution } from "./wandb-distributions.ts";
import { isMap, type YamlSource } from "./yaml-source.ts";

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
  const allowed = DISTRIBUTIONS.join(", ");
  const hint = `List the values: {values: [0.1, 0.3]}. Allowed: ${allowed}, also with q_ before them`;
  return source.refusal([...path, "distribution"], `is not known (got ${name})`, hint);
}
