import { expect, it } from "vitest";
import { compareRecords } from "../../src/browser/training/compare-records.ts";
import type { PageTrial } from "../../src/report/page/page-data.ts";
import { withTargetEpoch } from "../../src/results/with-target-epoch.ts";
import { trainAll } from "../support/train.ts";

const spec = `dataset: {name: line, samples: 20}
architecture: {hidden: [], output: identity}
eta: 0.1
epochs: 30
metrics: [rmse]
target: {metric: testRmse, value: 0.5}
`;

it("compareRecords() finds a trial with a target and scores the same, and one changed bit", async () => {
  const [{ record }] = (await trainAll(spec)) as [Awaited<ReturnType<typeof trainAll>>[number]];
  const { status, metrics } = withTargetEpoch(record, record);
  const page = { status, series: metrics } as PageTrial;
  expect(Object.keys(metrics)).toContain("epochsToTarget");
  expect(compareRecords(page, record)).toMatchObject({ isSame: true });
  const changed = { ...record, metrics: { ...record.metrics, testRmse: [...record.metrics["testRmse"]!] } };
  changed.metrics.testRmse[1]! += 1e-12;
  expect(compareRecords(page, changed)).toMatchObject({ isSame: false });
  const last = Object.fromEntries(Object.entries(metrics).map(([name, values]) => [name, values.at(-1)!]));
  const thinned = { status, series: {}, last } as PageTrial;
  expect(compareRecords(thinned, record)).toEqual({ isSame: true, values: Object.keys(metrics).length });
  expect(compareRecords({ ...thinned, last: { ...last, testRmse: 7 } }, record)).toMatchObject({
    isSame: false,
  });
});
