import { parse } from "yaml";
import { expect, test } from "vitest";
import { configurationOf } from "../../../src/spec/configuration-of.ts";
import { defaultDataset, defaultValue } from "../../../src/spec/defaults.ts";
import { originsOf, type Origin } from "../../../src/spec/provenance/origins-of.ts";
import { traceSweep } from "../../../src/spec/provenance/trace-sweep.ts";
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

test.each([
  ["every kind of field", VALID_SPEC],
  ["every kind of rule", RULED_SPEC],
])(
  "originsOf() points at the very value, or says rightly that it is the default, in a spec with %s",
  (_, text) => {
    const { sweep } = experimentOf(text);
    for (const { point } of traceSweep(sweep)) {
      const { dataset } = configurationOf(point.cells);
      for (const origin of originsOf(point, sweep)) {
        const { path, value, place } = origin;
        const option = /^dataset\.(.+)/.exec(path)?.[1];
        const otherwise = option === undefined ? defaultValue(path) : defaultDataset(dataset.name)[option];
        const found = place ? writtenAt(origin) : otherwise;
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
