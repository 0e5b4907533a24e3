import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { RecentData } from "../../src/pipeline/data/recent-data.ts";
import { trainBatch } from "../../src/pipeline/threads/train-batch.ts";
import type { SpecText } from "../../src/playground/messages.ts";
import { Playground } from "../../src/playground/playground.ts";
import { memoryShelf, type Shelf } from "../../src/playground/shelf.ts";
import { ShelfRecords } from "../../src/playground/shelf-records.ts";
import { inlineRunner } from "../../src/runners/inline-runner.ts";
import { IS_LONG } from "../support/long-form.ts";

const ROOT = new URL("../../", import.meta.url);
const OPTIONS = { workers: 1 };
const SMALL = { file: "experiments/small.yaml", text: specText("[1, 3]") };

function specText(eta: string): string {
  return `dataset: {name: moons, samples: 60}\narchitecture: {hidden: [3]}\neta: ${eta}\nepochs: 3\n`;
}

function fileText(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

/** Returns a playground that trains in this thread, and the numbers of the trials that it trains. */
function open(shelf: Shelf = memoryShelf()): { playground: Playground; trained: number[] } {
  const trained: number[] = [];
  const inline = inlineRunner(trainBatch);
  const playground = new Playground({
    records: new ShelfRecords(shelf),
    takeRunner: () => ({
      ...inline,
      run(task, limits) {
        trained.push(...task.jobs.flatMap(({ trials }) => trials.map(({ index }) => index)));
        return inline.run(task, limits);
      },
    }),
    assets: { script: "", style: "", trainer: "" },
    recent: new RecentData(),
    now: () => 0,
  });
  return { playground, trained };
}

describe("Playground", () => {
  it.each(IS_LONG ? ["xor", "lr", "moons"] : ["xor"])(
    "writes for %s the very files of the command line, without a disk",
    async (name) => {
      const { playground } = open();
      const file = `experiments/${name}.yaml`;
      const swept = await playground.sweep({ file, text: fileText(file) }, OPTIONS);
      expect(swept).toMatchObject({ complete: true, cancelled: false, failed: 0 });
      const { "report.html": page, ...files } = Object.fromEntries(playground.results());
      expect(textOf(page)).toContain(`<title>${name}</title>`);
      expect(Object.keys(files)).toEqual(
        expect.arrayContaining(["trials.csv", "summary.md", "summary.json"]),
      );
      for (const [path, bytes] of Object.entries(files))
        expect(textOf(bytes), path).toBe(fileText(`results/${name}/${path}`));
    },
  );

  it("trains only what is new, also for those who come later", async () => {
    const shelf = memoryShelf();
    await open(shelf).playground.sweep(SMALL, OPTIONS);
    const { playground, trained } = open(shelf);
    const more: SpecText = { ...SMALL, text: specText("[1, 2, 3]") };
    const checked = await playground.check(more, 2);
    expect(checked).toMatchObject({ status: "planned", plan: { trials: 3, stored: 2, workers: 2 } });
    await playground.sweep(more, OPTIONS);
    expect(trained).toEqual([1]);
    await playground.sweep(SMALL, OPTIONS);
    expect(trained).toEqual([1]);
  });

  it("stops, and continues with what is left", async () => {
    const { playground, trained } = open();
    const sweeping = playground.sweep(SMALL, { ...OPTIONS, onStatus: () => undefined });
    await expect(playground.sweep(SMALL, OPTIONS)).rejects.toThrow("Another sweep trains");
    playground.stop();
    expect(await sweeping).toMatchObject({ complete: false, cancelled: true });
    expect(await playground.sweep(SMALL, OPTIONS)).toMatchObject({ complete: true, trials: 2, ended: 2 });
    expect(trained.length).toBeLessThanOrEqual(3);
  });

  it("has the model of the last sweep, and all of it as one archive of the same bytes", async () => {
    const { playground } = open();
    expect(() => playground.results()).toThrow("No sweep has ended yet");
    await playground.sweep(SMALL, OPTIONS);
    const { name, bytes } = await playground.model("json");
    expect([name, JSON.parse(textOf(bytes))]).toMatchObject(["model.json", { layers: [{}, {}] }]);
    const zip = playground.zip();
    expect(playground.zip()).toEqual(zip);
    const files = unzipSync(zip);
    expect(textOf(files["experiments/small.yaml"])).toBe(SMALL.text);
    expect(files["results/small/trials.csv"]).toEqual(playground.results().get("trials.csv"));
  });

  it("runs no programs, and trains nothing of a spec with errors", async () => {
    const { playground, trained } = open();
    const program = "kind: program\ncommand: [sh, a.sh]\nmetrics: {loss: minimize}\n";
    await expect(playground.sweep({ ...SMALL, text: program }, OPTIONS)).rejects.toThrow("runs no programs");
    await expect(playground.sweep({ ...SMALL, text: "eta: 1" }, OPTIONS)).rejects.toThrow("dataset");
    expect(trained).toEqual([]);
  });
});
