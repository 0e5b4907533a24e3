import { readFile } from "node:fs/promises";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeJsonModel } from "../../src/model/files/json-model.ts";
import { encodeSafetensorsModel } from "../../src/model/files/safetensors-model.ts";
import { decodeImage } from "../../src/data/images/decode-image.ts";
import type { Model } from "../../src/model/model.ts";
import { predictorOf, type ClassPrediction, type NumberPrediction } from "../../src/model/predictor.ts";
import type * as Predict from "../../src/predict.ts";
import { BLOCKS, turnedJpeg } from "../data/images/turned-jpeg.ts";
import { anyModel, anyRow } from "../model/random-models.ts";
import { CHROMIUM, closePages, sharedChromium } from "../support/chromium.ts";
import { nodeSystem } from "../../src/files/node-system.ts";

const MODULE = new URL("../../dist/browser/predict.js", import.meta.url);

let code: string;
beforeAll(async () => {
  code = await readFile(MODULE, "utf8");
});

describe("gridient/predict", () => {
  it("is one file of at most 20 kB that imports nothing", () => {
    expect(code).not.toMatch(/\bimport\b|\brequire\(|\bprocess\b|\bBuffer\b/);
    expect(code.length).toBeLessThan(20_000);
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
    browser = await sharedChromium();
    page = await browser.newPage();
    const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
    const content = `import { loadModel } from "${url}"; globalThis.loadModel = loadModel; ${SEE}`;
    await page.addScriptTag({ type: "module", content });
    await page.waitForFunction(() => "see" in globalThis);
  });
  afterAll(closePages);

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

  it("sees photos of any size as the command does, however a camera was held", async () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const jpeg = turnedJpeg(orientation);
      const { rgba, ...size } = decodeImage(jpeg, nodeSystem);
      const expected = predictorOf(EYE).predict({ ...size, data: rgba }) as NumberPrediction;
      const base64 = Buffer.from(jpeg).toString("base64");
      const found = await page.evaluate(see, { json: encodeJsonModel(EYE), base64 });
      BLOCKS.flat().forEach((grey, i) => {
        expect(Math.abs(255 * expected.values[i]! - grey)).toBeLessThan(3);
        expect(Math.abs(255 * found[i]! - grey)).toBeLessThan(3);
      });
    }
  });
});

/** A model that answers what it sees. */
const EYE: Model = {
  inputs: { kind: "pixels", height: 2, width: 3, channels: 1 },
  target: {
    kind: "numbers",
    columns: ["a", "b", "c", "d", "e", "f"].map((column) => ({ column, center: 0, scale: 1 })),
  },
  layers: [
    {
      fanIn: 6,
      units: 6,
      activation: "identity",
      weights: Float32Array.from({ length: 36 }, (_, i) => (i % 7 === 0 ? 1 : 0)),
      biases: new Float32Array(6),
    },
  ],
  origin: { experiment: "e", trialId: "ab", epoch: 1, dataDigest: "cd", trainerVersion: 1 },
  card: "",
};

/** Runs in the page: what a canvas has of a photo. */
const SEE = `globalThis.see = async ({ json, base64 }) => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  return [...loadModel(json).predict(context.getImageData(0, 0, bitmap.width, bitmap.height)).values];
};`;

type See = (photo: { json: string; base64: string }) => Promise<number[]>;

/** Runs in the page. */
function see(photo: Parameters<See>[0]): Promise<number[]> {
  return (globalThis as unknown as { see: See }).see(photo);
}

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
