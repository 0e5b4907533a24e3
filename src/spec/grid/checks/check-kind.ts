import { FIELDS_OF } from "../../../fields/kinds.ts";
import type { ExperimentKind } from "../../../metrics/metrics.ts";
import { kindOf } from "../kind-of.ts";
import { namedFieldOf } from "../../../fields/kinds.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, type Place } from "../../source-text.ts";
import { entryOf, toData, type SpecNode } from "../../spec-node.ts";
import type { Point } from "../../sweep.ts";

/** Keys of the top level that are no fields of configurations, and speak of random numbers, data or weights. */
const NETWORK_KEYS: readonly string[] = ["metrics", "replicates"];

/** What a descent has instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  dataset: "Write function: rosenbrock, or remove kind: function",
  epochs: "Write steps",
  target: "Write tolerance: 0.001",
  replicates: "A descent has no random numbers: sweep start instead",
  metrics: "A descent always measures value, gradientNorm, v1, v2, ...",
};

/** Returns the fields of a spec that configurations of its kind do not have. */
export function checkKind(root: SpecNode): Problem[] {
  if (root.kind !== "map") return [];
  const kind = kindOf(root);
  const allowed = keysOf(kind);
  const foreign = new Set([...keysOf(otherThan(kind)), ...(kind === "function" ? NETWORK_KEYS : [])]);
  const written = root.entries.filter(({ key, value }) => {
    return foreign.has(key) && !allowed.has(key) && !saysNothing(key, toData(value));
  });
  return [...written.map(({ key, keyPlace }) => foreignField(key, keyPlace, kind)), ...checkKeep(root, kind)];
}

/** Returns the values, given by rules, of fields that configurations of that kind do not have. */
export function checkKindOfPoints(points: readonly Point[], kind: ExperimentKind): Problem[] {
  const places = new Map<Place, string>();
  for (const { cells } of points)
    for (const [path, { place }] of Object.entries(cells))
      if (place && !FIELDS_OF[kind].includes(namedFieldOf(path) ?? path)) places.set(place, path);
  return [...places].map(([place, path]) => foreignField(path, place, kind));
}

function foreignField(path: string, place: Place, kind: ExperimentKind): Problem {
  const message =
    kind === "function"
      ? `Cannot use ${path} as a descent on a function must have that field: only networks do`
      : `Cannot use ${path} as a network must have that field: only a descent on a function does`;
  const hint = kind === "function" ? INSTEAD[path] : "Write kind: function at the top level";
  return errorAt(place, { code: "foreign-field", message, hint });
}

/** A descent has a point, and no weights to keep. */
function checkKeep(root: SpecNode, kind: ExperimentKind): Problem[] {
  const keep = entryOf(entryOf(root, "run")?.value, "keep")?.value;
  if (kind === "network" || !keep || toData(keep) === "none") return [];
  const message = "Cannot keep weights as there must be some: a descent on a function has none";
  return [errorAt(keep.place, { code: "foreign-field", message, hint: "Write keep: none" })];
}

function keysOf(kind: ExperimentKind): ReadonlySet<string> {
  return new Set(FIELDS_OF[kind].map((path) => path.split(".")[0]!));
}

function otherThan(kind: ExperimentKind): ExperimentKind {
  return kind === "function" ? "network" : "function";
}

/** One replicate, the first, and no metrics are what a descent has anyhow. */
function saysNothing(key: string, data: unknown): boolean {
  if (key === "metrics") return Array.isArray(data) && data.length === 0;
  if (key !== "replicates") return false;
  const { count = 1, first = 0 } =
    typeof data === "object" ? (data as { count?: number; first?: number }) : { count: Number(data) };
  return count === 1 && first === 0;
}
