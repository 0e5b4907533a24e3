import { RecentData } from "../../src/pipeline/data/recent-data.ts";
import { trainBatch } from "../../src/pipeline/threads/train-batch.ts";
import type { SpecText } from "../../src/playground/messages.ts";
import { Playground } from "../../src/playground/playground.ts";
import { memoryShelf, type Shelf } from "../../src/playground/shelf.ts";
import { ShelfRecords } from "../../src/playground/shelf-records.ts";
import type { PageAssets } from "../../src/report/page/page-assets.ts";

const NO_ASSETS: PageAssets = { script: "", style: "", trainer: "" };

/** Returns a playground that trains in this thread, and the numbers of the trials that it trains. */
export function openPlayground(
  shelf: Shelf = memoryShelf(),
  assets = NO_ASSETS,
): { playground: Playground; trained: number[] } {
  const trained: number[] = [];
  const playground = new Playground({
    records: new ShelfRecords(shelf),
    takeRunner: () => ({
      width: 1,
      async run(task, { signal }) {
        await new Promise((resolve) => setTimeout(resolve)); // a sweep may be stopped between two tasks
        if (signal.aborted)
          return { status: "cancelled", failure: { code: "E_CANCELLED", message: "Cancelled" } };
        trained.push(...task.jobs.flatMap(({ trials }) => trials.map(({ index }) => index)));
        return trainBatch(task);
      },
      close: () => Promise.resolve(),
    }),
    assets,
    recent: new RecentData(),
    now: () => 0,
  });
  return { playground, trained };
}

/** Returns the files that a sweep writes, as texts by their paths. */
export async function sweptFiles(
  spec: SpecText,
  assets = NO_ASSETS,
): Promise<[path: string, text: string][]> {
  const { playground } = openPlayground(memoryShelf(), assets);
  await playground.sweep(spec, { workers: 1 });
  return [...playground.results()].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
}
