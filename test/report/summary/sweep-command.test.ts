import { describe, expect, it } from "vitest";
import { sweepCommand, trialCommandParts } from "../../../src/report/summary/sweep-command.ts";

describe("sweepCommand()", () => {
  it.each([
    ["experiments/lr.yaml", "npx gridient sweep experiments/lr.yaml"],
    ["./experiments/deep/lr.yml", "npx gridient sweep experiments/deep/lr.yml"],
    ["/home/someone/project/experiments/lr.yaml", "npx gridient sweep experiments/lr.yaml"],
    [String.raw`C:\work\experiments\lr.yaml`, "npx gridient sweep experiments/lr.yaml"],
    ["/home/someone/my-experiments/lr.yaml", "npx gridient sweep lr.yaml"],
    ["experiments/it's a $(test).yaml", String.raw`npx gridient sweep 'experiments/it'\''s a $(test).yaml'`],
  ])("turns %s into %s", (file, command) => {
    expect(sweepCommand({ file })).toBe(command);
  });

  it("repeats the arguments that changed the file", () => {
    const command = sweepCommand({ file: "experiments/lr.yaml", set: ["eta=[1, 2]", "epochs=3"] });
    expect(command).toBe("npx gridient sweep experiments/lr.yaml --set 'eta=[1, 2]' --set 'epochs=3'");
  });
});

describe("trialCommandParts()", () => {
  it("needs no scripts in the package.json of the reader", () => {
    expect(trialCommandParts({ file: "experiments/lr.yaml", set: ["eta=2"] }).join("4")).toBe(
      "npx gridient repro experiments/lr.yaml 4 --set 'eta=2' > trial.yaml && npx gridient sweep trial.yaml",
    );
  });
});
