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

/** Returns the fields without which some configuration, of the grid or included, would lack a value. */
export function checkRequired(draft: Draft, rules: Rules): Problem[] {
  if (draft.root.kind !== "map") return [];
  const map = draft.root;
  const lacking = REQUIRED_FIELDS[kindOf(map)].filter(
    (path) => !isZipped(path, rules) && !draft.fields.has(path),
  );
  const missing = isList(draft, rules) ? [] : lacking.flatMap((path) => missingField(path, map, rules));
  return [...missing, ...checkInclusions(draft, rules)];
}

function isZipped(path: string, { zips }: Rules): boolean {
  return zips.some(({ keyPlaces }) => keyPlaces.has(path));
}

function missingField(path: string, map: MapNode, { variants }: Rules): Problem[] {
  const without = variants.filter(({ fields }) => !fields.some((field) => field.path === path));
  if (without.length === variants.length) return [absent(path, map)];
  return without.map(({ name, place }) => {
    const message = `Cannot plan the variant ${name} as every field must have a value: ${path} has none`;
    return errorAt(place, {
      code: "incomplete-configuration",
      message,
      hint: `Write ${path} in the variant, or once for all at the top level`,
    });
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

/** An included configuration is whole: nothing that varies in the grid may be left open. */
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
    const message = `Cannot include a configuration as it must have a value for all that varies: ${open.join(", ")} not found`;
    return [
      errorAt(place, { code: "incomplete-configuration", message, hint: "Write each of them in the rule" }),
    ];
  });
}
