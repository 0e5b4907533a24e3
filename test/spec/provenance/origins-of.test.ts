import { parse } from "yaml";
import { expect, test } from "vitest";
import { configurationOf, namedOptionsOf } from "../../../src/spec/grid/configuration-of.ts";
import { defaultOptions, defaultValue } from "../../../src/fields/defaults.ts";
import { namedFieldOf } from "../../../src/fields/kinds.ts";
import { originsOf, type Origin } from "../../../src/spec/grid/provenance/origins-of.ts";
import { traceSweep } from "../../../src/spec/grid/provenance/trace-sweep.ts";
import type { Point } from "../../../src/spec/sweep.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { experimentOf } from "../../support/train.ts";
import { RULED_SPEC, VALID_SPEC } from "../valid-spec.ts";

/** Returns what stands where an origin points, as data; of a data set its name, of a range all its values. */
function writtenAt({ place }: Origin): unknown {
  const { source, start, end } = place!.anchor ?? place!;
  const data: unknown = parse(source.text.slice(start, end));
  if (typeof data !== "object" || Array.isArray(data) || data === null) return data;
  return "name" in data ? data.name : "a range";
}

/** Returns the default of a field, of one that has options its name, or of an option. */
function defaultAt(path: string, { cells }: Point): unknown {
  const field = namedFieldOf(path);
  if (field !== undefined)
    return defaultOptions(namedOptionsOf(cells, field).name)[path.slice(field.length + 1)];
  const value = defaultValue(path);
  return typeof value === "object" && "name" in value ? value.name : value;
}

test.each([
  ["every kind of field", VALID_SPEC],
  ["every kind of rule", RULED_SPEC],
])(
  "originsOf() points at the very value, or says rightly that it is the default, in a spec with %s",
  (_, text) => {
    const { sweep } = experimentOf(text);
    for (const { point } of traceSweep(sweep)) {
      for (const origin of originsOf(point, sweep)) {
        const { path, value, place } = origin;
        const found = place ? writtenAt(origin) : defaultAt(path, point);
        if (found !== "a range") expect([path, found]).toEqual([path, value]);
      }
    }
  },
);

test.each([VALID_SPEC, RULED_SPEC])("traceSweep() numbers configurations as the plan does", (text) => {
  const experiment = experimentOf(text);
  const kept = [...traceSweep(experiment.sweep)].filter(
    ({ configuration, isRepeat }) => configuration !== undefined && !isRepeat,
  );
  const planned = planTrials(experiment).configurations.map(({ configuration }) => configuration);
  expect(kept.map(({ point }) => configurationOf(point.cells))).toEqual(planned);
});
