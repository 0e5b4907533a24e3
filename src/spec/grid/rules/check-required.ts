import type { Draft } from "../../fields/draft.ts";
import { missingKeys } from "../../fields/messages/explain-missing.ts";
import { EXPERIMENT_SCHEMA, schemaAt } from "../../../fields/experiment-schema.ts";
import { isList } from "./is-list.ts";
import { kindOf } from "../kind-of.ts";
import { REQUIRED_FIELDS } from "../../../fields/kinds.ts";
import { namedFieldOf } from "../../../fields/kinds.ts";
import type { Problem } from "../../problem.ts";
import type { Rules } from "./read-rules.ts";
import { errorAt } from "../../source-text.ts";
import { entryOf, type MapNode } from "../../spec-node.ts";
import { statement } from "../../../statement.ts";

/** Returns the fields that have no value in some configuration, of the grid or included. */
export function checkRequired(draft: Draft, rules: Rules): Problem[] {
  if (draft.root.kind !== "map") return [];
  const map = draft.root;
  const unset = REQUIRED_FIELDS[kindOf(map)].filter(
    (path) => !isZipped(path, rules) && !draft.fields.has(path),
  );
  const missing = isList(draft, rules) ? [] : unset.flatMap((path) => missingField(path, map, rules));
  return [...missing, ...checkInclusions(draft, rules)];
}

function isZipped(path: string, { zips }: Rules): boolean {
  return zips.some(({ keyPlaces }) => keyPlaces.has(path));
}

function missingField(path: string, map: MapNode, { variants }: Rules): Problem[] {
  const without = variants.filter(({ fields }) => !fields.some((field) => field.path === path));
  if (without.length === variants.length) return [absent(path, map)];
  return without.map(({ name, place }) => {
    const rule = { subject: `The variant ${name}`, verb: "must have", allowed: `a value for ${path}` };
    const hint = `Write ${path} in the variant, or once for all at the top level`;
    return errorAt(place, statement("incomplete-configuration", rule, hint));
  });
}

function absent(path: string, map: MapNode): Problem {
  const architecture = entryOf(map, "architecture")?.value;
  const isInside = path === "architecture.hidden" && architecture?.kind === "map";
  const [owner, schema, at] = isInside
    ? [architecture, schemaAt("architecture"), "architecture"]
    : [map, EXPERIMENT_SCHEMA, ""];
  const required = [isInside ? "hidden" : path.split(".")[0]!];
  return missingKeys(owner, { ...schema, required }, { path: at, findings: [] })[0]!.problem;
}

/** An included configuration is complete: it has a value for everything that varies in the grid. */
function checkInclusions({ root, fields }: Draft, { zips, include }: Rules): Problem[] {
  const axes = [...fields.values()].filter(({ values }) => values.length > 1).map(({ path }) => path);
  const varied = [...axes, ...zips.flatMap(({ keyPlaces }) => [...keyPlaces.keys()])];
  const needed = new Set([
    ...varied,
    ...(include.length > 0 ? REQUIRED_FIELDS[kindOf(root)].filter((path) => !fields.has(path)) : []),
  ]);
  return include.flatMap(({ cells, place }) => {
    const isOpen = (path: string) => !(path in cells) && !((namedFieldOf(path) ?? "") in cells);
    const open = [...needed].filter(isOpen);
    if (open.length === 0) return [];
    const rule = { verb: "must have", allowed: `a value for ${open.join(", ")}` };
    const hint = "Write each of them in the rule";
    const broken = { subject: "An included configuration", ...rule };
    return [errorAt(place, statement("incomplete-configuration", broken, hint))];
  });
}
