import type { PageData } from "../report/page/page-data.ts";
import { unpackPage, type PackedPage } from "../report/page/packed-series.ts";
import { unpackText } from "../report/page/packed-text.ts";

/** Returns the data that the page carries. */
export function readPageData(): PageData {
  return unpackPage(readElement("data") as PackedPage);
}

/** Returns the script of the worker that trains. */
export function readTrainer(): string {
  return unpackText(readElement("trainer") as string);
}

function readElement(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? "");
}
