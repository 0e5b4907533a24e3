import { beforeAll, describe, expect, it } from "vitest";
import { planTrials } from "../src/trials/plan.ts";
import { bundleForBrowser, runOutsideNode } from "./support/browser-bundle.ts";
import type * as Entry from "./support/browser-entry.ts";
import { experimentOf, trainOne } from "./support/train.ts";

const SPECS = [
  "{dataset: {name: digits, train: 60, validation: 20, test: 20}, architecture: {hidden: [6]}, eta: 1, epochs: 2, run: {keep: last}}",
  "{dataset: {name: spirals, samples: 40}, architecture: {hidden: [5, 3], activation: tanh, output: softmax}, loss: crossEntropy, eta: 0.1, epochs: 3, run: {keep: all}}",
  "{dataset: xor, architecture: {hidden: [3], activation: relu, output: identity}, loss: mse, eta: 0.3, batchSize: full, epochs: 3, run: {keep: last}}",
];

describe("math, generated data sets, kernels and training in a browser", () => {
  let code = "";
  beforeAll(async () => {
    code = await bundleForBrowser(new URL("support/browser-entry.ts", import.meta.url), "gridient");
  });

  it("need no module of Node", () => {
    expect(code.match(/["'`]node:|\b(require|import)\(/g)).toBeNull();
  });

  it("see no process, Buffer or require where these tests run them", () => {
    const seen = "[typeof process, typeof Buffer, typeof require, typeof fetch, typeof performance]";
    expect(String(runOutsideNode("", seen))).toBe(Array(5).fill("undefined").join());
  });

  it.each(SPECS)("train %s to the bits of Node", async (spec) => {
    const experiment = experimentOf(spec);
    const { metrics, run, objective } = experiment;
    const trial = planTrials(experiment).trials[0]!;
    const { trainInBrowser } = runOutsideNode(code, "gridient") as typeof Entry;
    const trained = await trainInBrowser(trial, { metrics, keep: run.keep, objective });
    // Its arrays and objects belong to the other global scope; a clone belongs to this one.
    expect(structuredClone(trained)).toStrictEqual(structuredClone(await trainOne(trial, experiment)));
    expect(trained.models.length).toBeGreaterThan(0);
  });
});
