import type { DatasetFacts } from "../../data/dataset.ts";
import { foldsOf } from "../../data/folds-of.ts";
import { datasetSource } from "../../data/registry.ts";
import { classesHint } from "../grid/checks/check-targets.ts";
import { checkListed } from "./check-listed.ts";
import { checkShare } from "./check-share.ts";
import { columnValue } from "../column-value.ts";
import { datasetOf } from "../grid/configuration-of.ts";
import { kindOfCells } from "../grid/kind-of.ts";
import { SPEC_KINDS } from "../grid/kinds/spec-kinds.ts";
import { factOf } from "../grid/fact-of.ts";
import { isShare, missingRequirement, metricNamed } from "../../metrics/metrics.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import type { Problem } from "../problem.ts";
import { errorAt, type Place } from "../source-text.ts";
import { entryAt, entryOf, toData, type SpecNode } from "../spec-node.ts";
import type { Cells, Point } from "../sweep.ts";
import type { Scene } from "./check-groups.ts";
import type { Claim, Expectation, Measure, TrendClaim } from "../expectation.ts";
import { statement, type Statement } from "../../statement.ts";
import { needsData } from "../grid/checks/check-metrics.ts";
import { smallestOf } from "../../math/extremes.ts";

/** Returns why a claim about configurations that exist can never be checked, if so. */
export function checkClaim({ where, claim }: Expectation, node: SpecNode, scene: Scene): Problem[] {
  if (claim.kind === "divergence") return [];
  const meant = scene.points.filter((point) => {
    return where.matches(point) || (claim.kind === "comparison" && claim.others.matches(point));
  });
  return [
    ...checkMeasure(claim, node, { ...scene, points: meant }),
    ...checkShares(claim, node),
    ...checkOwn(claim, node, scene, meant),
  ];
}

/** A share that is meant in percent would never be reached, or always. */
function checkShares({ metric }: Measure, node: SpecNode): Problem[] {
  if (!isShare(metricNamed(metric))) return [];
  return ["atLeast", "atMost", "equals", "by"].flatMap((key) => {
    const written = entryOf(node, key)?.value;
    return written ? checkShare(written, `${key} of ${metric}`) : [];
  });
}

function checkMeasure({ metric, at }: Measure, node: SpecNode, { draft, points }: Scene): Problem[] {
  const place = placeOf(node, "metric");
  const unlisted = checkListed(metric, place, draft);
  if (unlisted.length > 0) return unlisted;
  const missing = reasonAgainst(metric, points);
  if (missing) return [errorAt(place, missing)];
  const epoch = typeof at === "object" ? at.upTo : at;
  const fewest = smallestOf(points.map((point) => Number(factOf(point, "epochs") ?? factOf(point, "steps"))));
  if (typeof epoch === "string" || epoch <= fewest) return [];
  const allowed = `an epoch of every trial, so at most ${fewest}`;
  return [
    errorAt(
      placeOf(node, "at"),
      statement("epoch-beyond-training", { subject: "at", allowed, found: epoch }),
    ),
  ];
}

function hintFor(metric: string, points: readonly Point[]): string {
  const hints = points.flatMap(({ cells, folder }) => {
    if (!hasData(cells) || metricNamed(metric).target !== "classes") return [];
    const dataset = datasetOf(cells);
    const possibleClasses = datasetSource(dataset.name).possibleClasses?.(dataset, folder);
    return classesHint({ possibleClasses }) ?? [];
  });
  return hints[0] ?? "Narrow where, or name another metric";
}

/** Returns why some point does not have a metric, if so. */
function reasonAgainst(name: string, points: readonly Point[]): Statement | undefined {
  const metric = metricNamed(name);
  const { layers = 0 } = metric;
  const networks = points.filter(({ cells }) => hasData(cells));
  for (const point of networks) {
    const needed = missingRequirement(metric, factsOf(point));
    if (needed === undefined) continue;
    return needsData(name, needed, datasetOf(point.cells).name, hintFor(name, points));
  }
  if (layers === 0) return undefined;
  const fewest = smallestOf(points.map((point) => Number(factOf(point, "layers")) + 1));
  if (fewest >= layers) return undefined;
  const needed = { verb: "needs", allowed: `${layers} layers in every network`, found: fewest };
  return statement(
    "metric-not-available",
    { subject: `The metric ${name}`, ...needed },
    hintFor(name, points),
  );
}

function hasData(cells: Cells): boolean {
  return SPEC_KINDS[kindOfCells(cells)].hasData;
}

function factsOf({ cells, folder }: Point): DatasetFacts {
  const dataset = datasetOf(cells);
  return datasetSource(dataset.name).facts(dataset, folder);
}

function checkOwn(claim: Claim, node: SpecNode, scene: Scene, meant: readonly Point[]): Problem[] {
  if (claim.kind === "trend") return checkAxis(claim, node, scene, meant);
  if (claim.kind === "comparison" && repetitionsIn(scene) < 2) {
    const rule = { subject: "beats", verb: "needs", allowed: "at least two replicates", found: "one" };
    return [errorAt(placeOf(node, "beats"), statement("needs-replicates", rule, "Write replicates: 3"))];
  }
  if (claim.kind === "bound" && claim.low! > claim.high!) {
    const found = `${claim.low} and ${claim.high}`;
    const rule = { subject: "atLeast", allowed: "at most atMost", found };
    return [errorAt(placeOf(node, "atMost"), statement("wrong-value", rule))];
  }
  return [];
}

function checkAxis(
  { axis, direction }: TrendClaim,
  node: SpecNode,
  { columns }: Scene,
  meant: readonly Point[],
): Problem[] {
  const refuse = (wrong: Statement): Problem[] => [errorAt(placeOf(node, direction), wrong)];
  const column = columns.find(({ path }) => path === axis);
  if (!column) {
    const paths = columns.map(({ path }) => path);
    const nearest = paths.find((path) => path.endsWith(`.${axis}`)) ?? nearestWord(axis, paths);
    const others = paths.length > 0 ? `The axes are ${paths.join(", ")}` : `Give ${axis} several values`;
    const rule = { subject: direction, verb: "must name", allowed: "an axis", found: `"${axis}"` };
    return refuse(statement("not-an-axis", rule, nearest ? `Write ${nearest}` : others));
  }
  const values = new Set(
    meant.map((point) => JSON.stringify(columnValue(column, (path) => factOf(point, path)))),
  );
  if (values.size > 1) return [];
  const rule = { subject: axis, verb: "must have", allowed: "several values within where", found: "one" };
  return refuse(statement("not-an-axis", rule));
}

function repetitionsIn({ draft, points }: Scene): number {
  const count = entryAt(draft.root, "replicates.count") ?? entryOf(draft.root, "replicates");
  const data = count && toData(count.value);
  const folds = points[0] ? foldsOf(datasetOf(points[0].cells)).length : 0;
  return (typeof data === "number" ? data : 1) * Math.max(1, folds);
}

function placeOf(node: SpecNode, key: string): Place {
  return entryOf(node, key)?.value.place ?? node.place;
}
