import { FIELDS_OF, KINDS, openKeyOf } from "../../../fields/kinds.ts";
import { EXPERIMENT_KINDS, type ExperimentKind } from "../../../metrics/metrics.ts";
import { kindOf } from "../kind-of.ts";
import { SPEC_KINDS } from "../kinds/spec-kinds.ts";
import { namedFieldOf } from "../../../fields/kinds.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, type Place } from "../../source-text.ts";
import { entryOf, toData, type SpecNode } from "../../spec-node.ts";
import type { Point } from "../../sweep.ts";
import { statement } from "../../../statement.ts";
import { capitalized } from "../../../text/counted.ts";

/** Returns the fields of a spec that configurations of its kind do not have. */
export function checkKind(root: SpecNode): Problem[] {
  if (root.kind !== "map") return [];
  const kind = kindOf(root);
  const allowed = keysOf(kind);
  const foreign = new Set(EXPERIMENT_KINDS.flatMap((other) => [...keysOf(other)]));
  const written = root.entries.filter(({ key, value }) => {
    return foreign.has(key) && !allowed.has(key) && !isWithoutEffect(key, toData(value));
  });
  return [
    ...written.map(({ key, keyPlace }) => foreignField(key, keyPlace, kind)),
    ...checkKeep(root, kind),
    ...(SPEC_KINDS[kind].checkSettings?.(root) ?? []),
  ];
}

/** Returns the values, given by rules, of fields that configurations of that kind do not have. */
export function checkKindOfPoints(points: readonly Point[], kind: ExperimentKind): Problem[] {
  const places = new Map<Place, string>();
  const known = new Map<Place, string>();
  for (const { cells } of points) {
    for (const path in cells) {
      const place = cells[path]?.place;
      if (!place || known.get(place) === path) continue;
      known.set(place, path);
      if (!isFieldOf(path, kind)) places.set(place, path);
    }
  }
  return [...places].map(([place, path]) => foreignField(path, place, kind));
}

function isFieldOf(path: string, kind: ExperimentKind): boolean {
  return (
    FIELDS_OF[kind].includes(namedFieldOf(path) ?? path) || Object.hasOwn(KINDS[kind], openKeyOf(path) ?? "")
  );
}

function foreignField(path: string, place: Place, kind: ExperimentKind): Problem {
  const [key = path] = path.split(".");
  const owner = EXPERIMENT_KINDS.find((other) => other !== kind && keysOf(other).has(key)) ?? kind;
  const own = SPEC_KINDS[kind];
  const message = `${capitalized(own.noun)} has no field ${path}: ${SPEC_KINDS[owner].onlyIt}`;
  return errorAt(place, statement("foreign-field", message, own.insteadOf(path, owner)));
}

/** Without weights there is nothing to keep. */
function checkKeep(root: SpecNode, kind: ExperimentKind): Problem[] {
  const keep = entryOf(entryOf(root, "run")?.value, "keep")?.value;
  if (SPEC_KINDS[kind].hasWeights || !keep || toData(keep) === "none") return [];
  const rule = { subject: "run.keep", verb: "needs", allowed: "weights", found: SPEC_KINDS[kind].noun };
  return [errorAt(keep.place, statement("foreign-field", rule, "Write keep: none"))];
}

function keysOf(kind: ExperimentKind): ReadonlySet<string> {
  const { choosesMetrics, isRandom, runsPrograms } = SPEC_KINDS[kind];
  return new Set([
    ...Object.keys(KINDS[kind]),
    ...(choosesMetrics ? ["metrics"] : []),
    ...(isRandom ? ["replicates"] : []),
    ...(runsPrograms ? ["reproducible", "versions"] : []),
  ]);
}

/** One replicate, the first, and no metrics are what a descent always has. */
function isWithoutEffect(key: string, data: unknown): boolean {
  if (key === "metrics") return Array.isArray(data) && data.length === 0;
  if (key !== "replicates") return false;
  const { count = 1, first = 0 } =
    typeof data === "object" ? (data as { count?: number; first?: number }) : { count: Number(data) };
  return count === 1 && first === 0;
}
