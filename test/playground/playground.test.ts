import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { SpecText } from "../../src/playground/messages.ts";
import { memoryShelf } from "../../src/playground/shelf.ts";
import { bundleForBrowser, runOutsideNode } from "../support/browser-bundle.ts";
import { IS_LONG } from "../support/long-form.ts";
import type * as Entry from "../support/playground-entry.ts";
import { openPlayground } from "../support/playground-entry.ts";

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

/** What browsers have as Node has it. */
const SHARED = { AbortController, setTimeout, clearTimeout, setInterval, clearInterval };

describe("Playground", () => {
  it.each(IS_LONG ? ["xor", "lr", "descent", "halving", "racing", "tpe"] : ["xor"])(
    "writes for %s the very files of the command line, without a disk and outside Node",
    async (name) => {
      const entry = new URL("../support/playground-entry.ts", import.meta.url);
      const code = await bundleForBrowser(entry, "entry");
      const { sweptFiles } = runOutsideNode(code, "entry", SHARED) as typeof Entry;
      const spec = { file: `experiments/${name}.yaml`, text: fileText(`experiments/${name}.yaml`) };
      const { "report.html": page, ...files } = Object.fromEntries(await sweptFiles(spec));
      expect(page).toContain(`<title>${name}</title>`);
      expect(Object.keys(files)).toEqual(
        expect.arrayContaining(["trials.csv", "summary.md", "summary.json"]),
      );
      for (const [path, text] of Object.entries(files))
        expect(text, path).toBe(fileText(`results/${name}/${path}`));
    },
  );

  it("trains only what is new, also for those who come later", async () => {
    const shelf = memoryShelf();
    await openPlayground(shelf).playground.sweep(SMALL, OPTIONS);
    const { playground, trained } = openPlayground(shelf);
    const more: SpecText = { ...SMALL, text: specText("[1, 2, 3]") };
    const checked = await playground.check(more, 2);
    expect(checked).toMatchObject({ status: "planned", plan: { trials: 3, stored: 2, workers: 2 } });
    await playground.sweep(more, OPTIONS);
    expect(trained).toEqual([1]);
    await playground.sweep(SMALL, OPTIONS);
    expect(trained).toEqual([1]);
  });

  it("stops, and continues with what is left", async () => {
    const { playground, trained } = openPlayground();
    const sweeping = playground.sweep(SMALL, { ...OPTIONS, onStatus: () => undefined });
    await expect(playground.sweep(SMALL, OPTIONS)).rejects.toThrow("Another sweep trains");
    playground.stop();
    expect(await sweeping).toMatchObject({ complete: false, cancelled: true });
    expect(await playground.sweep(SMALL, OPTIONS)).toMatchObject({ complete: true, trials: 2, ended: 2 });
    expect(trained.length).toBeLessThanOrEqual(3);
  });

  it("has the model of the last sweep, and all of it as one archive of the same bytes", async () => {
    const { playground } = openPlayground();
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
    const { playground, trained } = openPlayground();
    const program = "kind: program\ncommand: [sh, a.sh]\nmetrics: {loss: minimize}\n";
    await expect(playground.sweep({ ...SMALL, text: program }, OPTIONS)).rejects.toThrow("runs no programs");
    await expect(playground.sweep({ ...SMALL, text: "eta: 1" }, OPTIONS)).rejects.toThrow("dataset");
    expect(trained).toEqual([]);
  });
});
