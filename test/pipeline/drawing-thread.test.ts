import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DrawingThread } from "../../src/pipeline/threads/drawing-thread.ts";
import { drawPicture } from "../../src/report/pictures/draw-picture.ts";
import type { Picture } from "../../src/report/pictures/picture.ts";
import { reportPictures } from "../../src/report/pictures/report-pictures.ts";
import { mixedResults } from "../results/mixed-results.ts";

const PICTURES: readonly Picture[] = Object.values(reportPictures(mixedResults())).flat();
/** A chart that Vega-Lite refuses. */
const WRONG = { ...PICTURES[0]!, drawing: { mark: "none" } } as unknown as Picture;

let pictures: DrawingThread;
beforeEach(() => (pictures = new DrawingThread()));
afterEach(() => pictures.close());

describe("DrawingThread", () => {
  it("draws the bytes that this thread would draw, each picture once", async () => {
    pictures.start();
    pictures.prepare(PICTURES);
    const drawn = PICTURES.map((picture) => pictures.draw(picture));
    PICTURES.forEach((picture, i) => expect(pictures.draw(structuredClone(picture))).toBe(drawn[i]));
    expect(await Promise.all(drawn)).toEqual(await Promise.all(PICTURES.map(drawPicture)));
  });

  it("draws here where no thread was started", async () => {
    pictures.prepare(PICTURES);
    expect(await pictures.draw(PICTURES[0]!)).toBe(await drawPicture(PICTURES[0]!));
  });

  it("says what cannot be drawn, to whoever asks for it", async () => {
    pictures.start();
    pictures.prepare([WRONG]);
    await expect(pictures.draw(WRONG)).rejects.toThrow();
  });

  it("draws nothing more once it is closed", async () => {
    pictures.start();
    const drawing = pictures.draw(PICTURES[0]!).catch((error: Error) => error.name);
    await pictures.close();
    expect(await drawing).toBe("AbortError");
  });
});
