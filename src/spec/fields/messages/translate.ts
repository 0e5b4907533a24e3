import { chooseBranch } from "../../choose-branch.ts";
import { allowedWords } from "../../../fields/schema/describe-schema.ts";
import { dereference, propertyOf, type Schema } from "../../../fields/schema/schema.ts";
import { valueSchema } from "../../../fields/experiment-schema.ts";
import { isValid } from "../../../fields/schema/is-valid.ts";
import { fieldBelow } from "../../../fields/field-path.ts";
import { metricName } from "../../../fields/tables/values.ts";
import { DECLARES_METRICS, METRIC_NAMES } from "../../../metrics/metrics.ts";
import { meantWord } from "./meant-word.ts";
import { toData, type MapNode, type SpecNode } from "../../spec-node.ts";
import { suggestKey, type KeyScope } from "./suggest-key.ts";

/**
 * Returns a value in our words that is written in those of another system, `{name: val_loss}` as {metric: validationLoss};
 * undefined where some part of it means nothing.
 */
export function translate(node: SpecNode, schema: Schema, scope: Pick<KeyScope, "path" | "kind">): unknown {
  const data = toData(node);
  const isOwnMetric = scope.kind !== undefined && DECLARES_METRICS[scope.kind];
  if (dereference(schema) === metricName && !isOwnMetric) return metricMeant(data);
  if (isValid(schema, data)) return data;
  const translated =
    node.kind === "map"
      ? translateMap(node, schema, scope)
      : typeof data === "string"
        ? meantWord(data, allowedWords(valueSchema(schema)))
        : undefined;
  return translated !== undefined && isValid(schema, translated) ? translated : undefined;
}

function metricMeant(data: unknown): string | undefined {
  if (typeof data !== "string") return undefined;
  return METRIC_NAMES.includes(data) ? data : meantWord(data, METRIC_NAMES);
}

function translateMap(
  map: MapNode,
  schema: Schema,
  { path, kind }: Pick<KeyScope, "path" | "kind">,
): unknown {
  const branch = chooseBranch(map, schema);
  if (!branch) return undefined;
  const translated: Record<string, unknown> = {};
  for (const { key, value } of map.entries) {
    const allowed = Object.keys(branch.properties ?? {});
    const free = allowed.filter((name) => !Object.hasOwn(translated, name));
    const meant = allowed.includes(key)
      ? fieldBelow(path, key)
      : suggestKey(key, { path, kind, allowed, free });
    const own = free.find((name) => fieldBelow(path, name) === meant);
    const property = own === undefined ? undefined : propertyOf(branch, own);
    const inner = property && translate(value, property, { path: fieldBelow(path, key), kind });
    if (own === undefined || inner === undefined) return undefined;
    translated[own] = inner;
  }
  return translated;
}
