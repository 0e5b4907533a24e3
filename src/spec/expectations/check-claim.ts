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
import { errorAt, type Place, type Statement } from "../source-text.ts";
import { entryAt, entryOf, toData, type SpecNode } from "../spec-node.ts";
import type { Cells, Point } from "../sweep.ts";
import type { Scene } from "./check-groups.ts";
import type { Claim, Expectation, Measure, TrendClaim } from "../expectation.ts";

/** Returns why a claim about configurations that exist can never be judged, if so. */
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
  const lack = reasonAgainst(metric, points);
  if (lack) {
    const message = `Cannot expect anything of ${metric} as ${lack}`;
    return [errorAt(place, { code: "metric-not-available", message, hint: hintFor(metric, points) })];
  }
  const epoch = typeof at === "object" ? at.upTo : at;
  const fewest = Math.min(
    ...points.map((point) => Number(factOf(point, "epochs") ?? factOf(point, "steps"))),
  );
  if (typeof epoch === "string" || epoch <= fewest) return [];
  const message = `Cannot look at epoch ${epoch} as every trial must have it: some end with epoch ${fewest}`;
  return [errorAt(placeOf(node, "at"), { code: "epoch-beyond-training", message })];
}

function hintFor(metric: string, points: readonly Point[]): string {
  const hints = points.flatMap(({ cells }) => {
    if (!hasData(cells) || metricNamed(metric).target !== "classes") return [];
    const dataset = datasetOf(cells);
    return classesHint({ possibleClasses: datasetSource(dataset.name).possibleClasses?.(dataset) }) ?? [];
  });
  return hints[0] ?? "Narrow where, or name another metric";
}

/** Returns why some point does not have a metric, if so. */
function reasonAgainst(name: string, points: readonly Point[]): string | undefined {
  const metric = metricNamed(name);
  const { layers = 0 } = metric;
  const networks = points.filter(({ cells }) => hasData(cells));
  const lacking = networks.find((point) => missingRequirement(metric, factsOf(point)));
  if (lacking) {
    const { name: dataset } = datasetOf(lacking.cells);
    return `every data set must have ${missingRequirement(metric, factsOf(lacking))}: ${dataset} has none`;
  }
  if (layers === 0) return undefined;
  const fewest = Math.min(...points.map((point) => Number(factOf(point, "layers")) + 1));
  return fewest < layers ? `every network must have ${layers} layers: one has ${fewest}` : undefined;
}

function hasData(cells: Cells): boolean {
  return SPEC_KINDS[kindOfCells(cells)].hasData;
}

function factsOf({ cells }: Point): DatasetFacts {
  const dataset = datasetOf(cells);
  return datasetSource(dataset.name).facts(dataset);
}

function checkOwn(claim: Claim, node: SpecNode, scene: Scene, meant: readonly Point[]): Problem[] {
  if (claim.kind === "trend") return checkAxis(claim, node, scene, meant);
  if (claim.kind === "comparison" && repetitionsIn(scene) < 2) {
    const message = "Cannot compare in pairs as there must be two replicates: there is one";
    return [
      errorAt(placeOf(node, "beats"), { code: "needs-replicates", message, hint: "Write replicates: 3" }),
    ];
  }
  if (claim.kind === "bound" && claim.low! > claim.high!) {
    const message = `Cannot expect a value as atLeast must not exceed atMost: ${claim.low} and ${claim.high}`;
    return [errorAt(placeOf(node, "atMost"), { code: "wrong-value", message })];
  }
  return [];
}

function checkAxis(
  { axis, direction }: TrendClaim,
  node: SpecNode,
  { columns }: Scene,
  meant: readonly Point[],
): Problem[] {
  const refuse = (statement: Statement): Problem[] => [errorAt(placeOf(node, direction), statement)];
  const column = columns.find(({ path }) => path === axis);
  if (!column) {
    const paths = columns.map(({ path }) => path);
    const nearest = paths.find((path) => path.endsWith(`.${axis}`)) ?? nearestWord(axis, paths);
    const message = `Cannot follow a trend as it must run along an axis: "${axis}" is none`;
    const others = paths.length > 0 ? `The axes are ${paths.join(", ")}` : `Give ${axis} several values`;
    return refuse({ code: "not-an-axis", message, hint: nearest ? `Write ${nearest}` : others });
  }
  const values = new Set(
    meant.map((point) => JSON.stringify(columnValue(column, (path) => factOf(point, path)))),
  );
  if (values.size > 1) return [];
  return refuse({
    code: "not-an-axis",
    message: `Cannot follow a trend as ${axis} must have several values: where leaves one`,
  });
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
