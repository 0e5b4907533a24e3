import { expect, it } from "vitest";
import { goalsText, readResults, resultsText, type Sections } from "./results-text.ts";

const [old, newer] = [
  { commit: "1234567", date: "2026-01-02", machine: '2 cores of "A, B", linux, Node v20.0.0' },
  { commit: "89abcde with changes", date: "2026-02-03", machine: "1 core" },
];
const sections: Sections = {
  grid: {
    stamp: newer,
    text: "a table\n\nand another",
    reached: {
      "the grid of 12 trials, whole command, against PyTorch by hand": {
        value: 1.5e-7,
        note: "PyTorch 2.13.0+cpu",
      },
      "the grid of 12 trials, whole command, against scikit-learn": {
        value: 5.25,
        note: "scikit-learn 1.2.1",
      },
    },
  },
  fleet: {
    stamp: old,
    text: "more",
    reached: { "a trial of 5 ms over a fleet, beyond threads": { value: -0.41 } },
  },
};

it("RESULTS.md keeps what other runs have measured, and what none has", () => {
  const text = resultsText(sections, newer.commit);
  expect(readResults(text)).toEqual(sections);
  expect(readResults(resultsText(readResults(text), old.commit))).toEqual(sections);
});

it("RESULTS.md says at which commit a part was measured, and which parts are stale", () => {
  const text = resultsText(sections, newer.commit);
  expect(text).toContain("## bench:grid\n\nAt commit 89abcde with changes of 2026-02-03, on 1 core:");
  expect(text).toContain("## bench:fleet\n\n**Stale.** At commit 1234567 of 2026-01-02, on 2 cores of");
  const lines = goalsText(sections).split("\n");
  expect(lines.find((line) => line.startsWith("a trial of 5 ms"))).toMatch(
    /-0.41 ms .* reached +- +1234567$/,
  );
  expect(lines.filter((line) => line.includes("not measured"))).toHaveLength(lines.length - 4);
});
