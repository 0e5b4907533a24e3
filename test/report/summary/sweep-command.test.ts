import { describe, expect, it } from "vitest";
import { sweepCommand } from "../../../src/report/summary/sweep-command.ts";

describe("sweepCommand()", () => {
  it.each([
    ["experiments/lr.yaml", "npm run sweep experiments/lr.yaml"],
    ["./experiments/deep/lr.yml", "npm run sweep experiments/deep/lr.yml"],
    ["/home/someone/project/experiments/lr.yaml", "npm run sweep experiments/lr.yaml"],
    [String.raw`C:\work\experiments\lr.yaml`, "npm run sweep experiments/lr.yaml"],
    ["/home/someone/my-experiments/lr.yaml", "npm run sweep lr.yaml"],
    ["experiments/it's a $(test).yaml", String.raw`npm run sweep 'experiments/it'\''s a $(test).yaml'`],
  ])("turns %s into %s", (file, command) => {
    expect(sweepCommand({ file })).toBe(command);
  });

  it("repeats the arguments that changed the file", () => {
    const command = sweepCommand({ file: "experiments/lr.yaml", set: ["eta=[1, 2]", "epochs=3"] });
    expect(command).toBe("npm run sweep -- experiments/lr.yaml --set 'eta=[1, 2]' --set 'epochs=3'");
  });
});
