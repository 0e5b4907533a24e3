import { OWN_NAME } from "../../../fields/tables/program.ts";
import { isOfKind, metricNamed } from "../../../metrics/metrics.ts";
import { statement } from "../../../statement.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import { entryOf, toData, type Entry, type SpecNode } from "../../spec-node.ts";

/** Columns of the tables, and fields of what a program prints. */
const TAKEN = ["trial", "id", "configuration", "replicate", "epoch", "status", "divergedEpoch", "bestEpoch"];
const NAME = new RegExp(OWN_NAME);

/** Returns what is wrong with the metrics that a program declares: none, or names with another meaning. */
export function checkGoals(root: SpecNode): Problem[] {
  const metrics = entryOf(root, "metrics");
  const declared = metrics?.value.kind === "map" ? metrics.value.entries : [];
  if (declared.length > 0) return declared.flatMap(checkGoal);
  const place = metrics?.value.place ?? entryOf(root, "kind")?.keyPlace ?? root.place;
  const example = "Write for example metrics: {loss: minimize}";
  const rule = { subject: "metrics", allowed: "a map of what the program reports", found: "a list" };
  return [
    errorAt(
      place,
      metrics
        ? statement("wrong-value", rule, example)
        : statement("missing-key", "Missing key metrics: what the program reports", example),
    ),
  ];
}

function checkGoal({ key, keyPlace, value }: Entry): Problem[] {
  if (!NAME.test(key) || TAKEN.includes(key)) {
    const allowed = "letters, digits and _, and no column of the tables";
    const rule = { subject: "The name of a metric", allowed, found: key };
    return [errorAt(keyPlace, statement("bad-name", rule))];
  }
  const hint = "Give the metric another name";
  if (!isOfKind(key, "program")) {
    const message = `${key} is the name of a metric that networks or descents have`;
    return [errorAt(keyPlace, statement("bad-name", message, hint))];
  }
  const { goal } = metricNamed(key);
  if (goal === undefined || toData(value) === goal) return [];
  const rule = { subject: key, allowed: `${goal}, as it is for networks`, found: String(toData(value)) };
  return [errorAt(value.place, statement("wrong-value", rule, hint))];
}

/** Returns that a spec of networks gives goals to its metrics, which have theirs. */
export function refuseGoals(root: SpecNode): Problem[] {
  const metrics = entryOf(root, "metrics")?.value;
  if (metrics?.kind !== "map") return [];
  const hint = `Write metrics: [${metrics.entries.map(({ key }) => key).join(", ")}], or kind: program`;
  const rule = { subject: "metrics", allowed: "a list", found: "a map" };
  return [errorAt(metrics.place, statement("wrong-value", rule, hint))];
}
