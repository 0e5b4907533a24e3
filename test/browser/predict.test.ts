import { readFile } from "node:fs/promises";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeJsonModel } from "../../src/model/files/json-model.ts";
import { encodeSafetensorsModel } from "../../src/model/files/safetensors-model.ts";
import { predictorOf, type ClassPrediction } from "../../src/model/predictor.ts";
import type * as Predict from "../../src/predict.ts";
import { anyModel, anyRow } from "../model/random-models.ts";
import { CHROMIUM, startChromium } from "../support/chromium.ts";

const MODULE = new URL("../../dist/browser/predict.js", import.meta.url);

let code: string;
beforeAll(async () => {
  code = await readFile(MODULE, "utf8");
});

describe("gridient/predict", () => {
  it("is one file of at most 16 kB that imports nothing", () => {
    expect(code).not.toMatch(/\bimport\b|\brequire\(|\bprocess\b|\bBuffer\b/);
    expect(code.length).toBeLessThan(16_000);
  });

  it("is what package.json exports under that name", async () => {
    const { loadModel } = await import("gridient/predict");
    const [model] = fc.sample(anyModel, { seed: 1, numRuns: 1 });
    expect(loadModel(encodeJsonModel(model!)).card).toBe(model!.card);
  });
});

describe.skipIf(!CHROMIUM)("gridient/predict in Chromium", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startChromium();
    page = await browser.newPage();
    const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
    const content = `import { loadModel } from "${url}"; globalThis.loadModel = loadModel;`;
    await page.addScriptTag({ type: "module", content });
    await page.waitForFunction(() => "loadModel" in globalThis);
  });
  afterAll(() => browser.close());

  it("answers with the bits of Node, from both kinds of files", async () => {
    for (const model of fc.sample(anyModel, { seed: 5, numRuns: 20 })) {
      const rows = fc.sample(anyRow(model.inputs), { seed: 6, numRuns: 3 });
      const predictor = predictorOf(model);
      const expected = rows.map((row) => plain(predictor.predict(row)));
      const tensors = Buffer.from(encodeSafetensorsModel(model)).toString("base64");
      const found = await page.evaluate(answer, {
        json: encodeJsonModel(model),
        tensors,
        rows: JSON.stringify(
          rows.map((row) => (ArrayBuffer.isView(row) ? [...(row as unknown as number[])] : row)),
        ),
      });
      expect(found).toEqual([expected, expected]);
    }
  });
});

/** Runs in the page. */
function answer({ json, tensors, rows }: { json: string; tensors: string; rows: string }) {
  const { loadModel } = globalThis as unknown as typeof Predict;
  const bytes = Uint8Array.from(atob(tensors), (character) => character.charCodeAt(0));
  return [json, bytes].map((file) => {
    const model = loadModel(file);
    return (JSON.parse(rows) as Predict.Row[]).map((row) => {
      const { label, scores, values } = model.predict(row) as Predict.ClassPrediction &
        Predict.NumberPrediction;
      return { label: label ?? null, outputs: [...(scores ?? values)] };
    });
  });
}

function plain(prediction: ReturnType<Predict.Predictor["predict"]>): unknown {
  const { label } = prediction as Partial<ClassPrediction>;
  return {
    label: label ?? null,
    outputs: [...("scores" in prediction ? prediction.scores : prediction.values)],
  };
}
