import { describe, expect, it } from "vitest";
import { differences } from "../../../src/results/changes/differences.ts";

const TRIALS = "trial,eta,status,testAccuracy\n0,0.1,completed,0.5\n1,0.3,completed,0.75\n";
const EPOCHS = "trial,epoch,testLoss\n0,0,2\n0,1,1.5\n1,0,2\n";

function compare(committed: Record<string, string>, fresh: Record<string, string>): string[] {
  const files = Object.entries(fresh).map(([path, content]) => ({ path, content }));
  return differences(new Map(Object.entries(committed)), files);
}

describe("differences()", () => {
  it("finds none between equal files", () => {
    expect(
      compare({ "trials.csv": TRIALS, "epochs.csv": EPOCHS }, { "trials.csv": TRIALS, "epochs.csv": EPOCHS }),
    ).toEqual([]);
  });
  it("names the trial, the column, old and new", () => {
    expect(compare({ "trials.csv": TRIALS.replace("0.75", "0.7") }, { "trials.csv": TRIALS })).toEqual([
      "trials.csv: trial 1, testAccuracy: 0.7 is committed, 0.75 is right",
    ]);
  });
  it("names the first differing epoch of each trial, and counts beyond five cells", () => {
    const changed = EPOCHS.replaceAll("2\n", "2.5\n").replace("1.5", "1.25");
    expect(compare({ "epochs.csv": changed }, { "epochs.csv": EPOCHS })).toEqual([
      "epochs.csv: trial 0, epoch 0, testLoss: 2.5 is committed, 2 is right",
      "epochs.csv: trial 1, epoch 0, testLoss: 2.5 is committed, 2 is right",
    ]);
    const table = (value: string): string =>
      `trial,epoch,a\n${Array.from({ length: 8 }, (_, i) => `${i},0,${value}\n`).join("")}`;
    expect(compare({ "epochs.csv": table("1") }, { "epochs.csv": table("2") }).at(-1)).toBe(
      "epochs.csv: and 3 more cells",
    );
  });
  it("says nothing for an empty cell", () => {
    expect(compare({ "trials.csv": TRIALS.replace("0.75", "") }, { "trials.csv": TRIALS })[0]).toContain(
      "nothing is committed",
    );
  });
  it("tells missing files, stale ones, and a table that only this run was too large to commit is no stale one", () => {
    expect(compare({ "plots/old.svg": "", "epochs.csv": EPOCHS }, { "trials.csv": TRIALS })).toEqual([
      "trials.csv: is missing",
      "plots/old.svg: should not exist",
    ]);
  });
  it("names the first line of other texts, and of tables with other rows or other bytes between equal cells", () => {
    expect(compare({ "summary.md": "a\nb\n" }, { "summary.md": "a\nc\n" })).toEqual([
      'summary.md: differs from line 2 on: "b" is committed, "c" is right',
    ]);
    expect(compare({ "trials.csv": TRIALS.replace("0.1", '"0.1"') }, { "trials.csv": TRIALS })[0]).toContain(
      "from line 2 on",
    );
    expect(compare({ "trials.csv": `${TRIALS}2,1,completed,1\n` }, { "trials.csv": TRIALS })[0]).toContain(
      "from line 4 on",
    );
  });
});
