import type { PageData } from "../report/page/page-data.ts";
import { unpackSeries, type PackedSeries } from "../report/page/packed-series.ts";

/** Returns the data that the page carries. */
export function readPageData(): PageData {
  const data = readElement("data") as PageData;
  const trials = data.trials.map((trial) => ({
    ...trial,
    series: unpackSeries(trial.series as unknown as PackedSeries),
  }));
  return { ...data, trials };
}

/** Returns the script of the worker that trains. */
export function readTrainer(): string {
  return readElement("trainer") as string;
}

function readElement(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? "");
}
