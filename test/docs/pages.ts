import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** What a comment above says of it: "not run: REASON", "file: PATH"; empty where there is none. */
  readonly note: string;
  /** Where its text begins in the page. */
  readonly start: number;
}

/** A page of the documentation. */
export interface Page {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

const FENCE = /(?:^<!-- (.*) -->\n\n?)?^```(\w+)\n([\s\S]*?)^```$/dgm;

const FOLDERS = ["", "docs", "docs/tutorials", "docs/how-to", "docs/reference", "docs/explanation"];

/** Returns every page that people read, but for what programs write: results and figures of the benchmark. */
export function allPages(): Page[] {
  return [...FOLDERS, "examples", "experiments", "results", "src"].flatMap((folder) => pagesIn(folder));
}

function pagesIn(folder: string): Page[] {
  const names = readdirSync(`${ROOT}${folder}`).filter((name) => name.endsWith(".md"));
  return names.map((name) => pageAt(folder === "" ? name : `${folder}/${name}`));
}

/** Returns a page by its path. */
export function pageAt(path: string): Page {
  const text = readFileSync(`${ROOT}${path}`, "utf8");
  const blocks = [...text.matchAll(FENCE)].map(({ 1: note = "", 2: language, 3: inner, indices }): Block => {
    return { language: language!, text: inner!, note, start: indices![3]![0] };
  });
  return { path, text, blocks };
}

/** Returns the one block of a page that matches. @throws {Error} If none does, or several do. */
export function blockOf(path: string, language: string, pattern: RegExp = /^/): string {
  const found = pageAt(path).blocks.filter(
    (block) => block.language === language && pattern.test(block.text),
  );
  if (found.length !== 1)
    throw new Error(`${path} has ${found.length} blocks of ${language} like ${pattern.source}`);
  return found[0]!.text;
}

/** Returns the anchor that code hosts give a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}
