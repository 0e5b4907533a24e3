import type { Distribution } from "../../fields/experiment-file.ts";
import { valueSchema } from "../../fields/experiment-schema.ts";
import { describeSchema } from "../../fields/schema/describe-schema.ts";
import { isValid } from "../../fields/schema/is-valid.ts";
import { branchesOf, type Schema } from "../../fields/schema/schema.ts";
import { DISTRIBUTIONS } from "../../fields/tables/value-range.ts";
import { statement, type BrokenRule } from "../../statement.ts";
import type { Problem } from "../problem.ts";
import { errorAt, type Place } from "../source-text.ts";
import { entryOf, toData, type Entry, type SpecNode } from "../spec-node.ts";
import { brokenRuleOf, distributionOf, type NumberDistribution } from "../distribution.ts";

/** A distribution with its ends where they are written, or what is wrong with it. */
interface DistributionReading {
  readonly distribution?: NumberDistribution;
  readonly ends: readonly { readonly value: number; readonly place: Place }[];
  readonly problems: Problem[];
}

/** Returns the entry that describes a distribution, if the node is one. */
export function distributionEntry(node: SpecNode): Entry | undefined {
  const [entry] = node.kind === "map" ? node.entries : [];
  return entry && Object.hasOwn(DISTRIBUTIONS, entry.key) ? entry : undefined;
}

/** Returns the distribution in a node that fits the schema of a field. Its ends must be values of the field. */
export function readDistribution(
  node: SpecNode,
  parts: SpecNode,
  { path, schema }: Field,
): DistributionReading {
  const value = valueSchema(schema);
  const distribution = distributionOf(toData(node) as Distribution, node.place); // the schema has allowed nothing else
  const broken = brokenRuleOf(distribution);
  if (broken) {
    const place = entryOf(parts, broken.subject)?.value.place ?? node.place;
    return refused(place, { ...broken, subject: `${broken.subject} of ${path}` });
  }
  const isWhole = !branchesOf(value).some(({ type }) => type === "number");
  if (isWhole && distribution.kind !== "integers") {
    const rule = { subject: path, verb: "must be drawn from", allowed: "integers", found: distribution.kind };
    return refused(node.place, rule);
  }
  const ends = (["from", "to"] as const).map((end) => {
    return { value: distribution[end], place: entryOf(parts, end)?.value.place ?? node.place };
  });
  const misfit = ends.find((end) => !isValid(value, end.value));
  if (misfit)
    return refused(misfit.place, { subject: path, allowed: describeSchema(value), found: misfit.value });
  return { distribution, ends, problems: [] };
}

interface Field {
  readonly path: string;
  readonly schema: Schema;
}

function refused(place: Place, rule: BrokenRule): DistributionReading {
  return { ends: [], problems: [errorAt(place, statement("wrong-value", rule))] };
}
