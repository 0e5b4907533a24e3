import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { allPages, anchorOf, ROOT, type Page } from "./pages.ts";
import { allCommands } from "./reference/commands-page.ts";
import { isRunnable, runPage } from "./run-page.ts";

const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as {
  scripts: Record<string, string>;
};
const PAGES = allPages();
/** Options of npm, Node, git, redis-server, TensorBoard, browsers, converters of images, the bench and programs of users, which pages also show. */
const OTHER_OPTIONS =
  "no-save ignore-scripts bind requirepass appendonly experimental-wasm-revectorize version config quick write quiet message follow-tags save-dev headless no-pdf-header-footer virtual-time-budget print-to-pdf screenshot window-size zoom logdir fast lr batch epochs".split(
    " ",
  );
/** Pages whose blocks other tests run. */
const RUN_ELSEWHERE = ["docs/reference/grids.md", "docs/tutorials/csv-to-model.md"];
const runnable = PAGES.filter((page) => isRunnable(page) && !RUN_ELSEWHERE.includes(page.path));

describe("the documentation", () => {
  it("names only scripts of package.json", () => {
    const named = PAGES.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name]) => ({ path, name: name! })),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
  });

  it("names only commands and options of gridient that exist", () => {
    const { commands, options } = commandWords();
    const named = PAGES.filter(({ path }) => path !== "CHANGELOG.md").flatMap(({ path, text }) => [
      ...[...text.matchAll(/(?:npx |`)gridient ([a-z]\w[a-z-]*)/g)].map(([, word]) => ({
        path,
        word: word!,
      })),
      ...[...text.matchAll(/(?<![\w-])--([a-z][a-z-]+)/g)].map(([, word]) => ({ path, word: word! })),
    ]);
    expect(named.length).toBeGreaterThan(100);
    const known = new Set([...commands, ...options, ...OTHER_OPTIONS]);
    expect(named.filter(({ word }) => !known.has(word))).toEqual([]);
  });

  it.each(PAGES)("$path links only to files and headings that exist", (page) => {
    expect(linksOf(page).filter(({ path, anchor }) => !isThere(path, anchor))).toEqual([]);
  });

  it("links from its index to every page of docs/, by way of others or not", () => {
    const reached = new Set(["docs/README.md"]);
    for (const path of reached) {
      const page = PAGES.find((candidate) => candidate.path === path);
      for (const { path: target } of page ? linksOf(page) : []) reached.add(target);
    }
    const pages = PAGES.map(({ path }) => path).filter((path) => path.startsWith("docs/"));
    expect(pages.filter((path) => !reached.has(path))).toEqual([]);
  });

  it("runs no command of this repository alone in what users read, but for the two at the top of README.md", () => {
    const users = PAGES.filter(({ path }) => /^(docs|README)/.test(path));
    const lines = users.flatMap(({ path, blocks }) =>
      blocks
        .flatMap(({ text }) => text.split("\n"))
        .filter((line) => /^(\$ )?npm (run|test)/.test(line))
        .map((line) => ({ path, line })),
    );
    expect(lines.filter(({ path }) => path !== "README.md")).toEqual([]);
  });

  it("quotes code as it is", () => {
    const quotes = PAGES.flatMap(({ blocks }) => blocks.filter(({ note }) => note.startsWith("from ")));
    expect(quotes.length).toBeGreaterThan(4);
    const withoutSpace = (text: string) => text.replaceAll(/\s+/g, ""); // Prettier indents a quote as code of its own
    for (const { note, text } of quotes) {
      const source = readFileSync(`${ROOT}${note.replace("from ", "")}`, "utf8");
      expect(withoutSpace(source), note).toContain(withoutSpace(text));
    }
  });

  // GRIDIENT_DOCS=write puts what the commands print into the pages.
  it.each(runnable)("$path has blocks that run as they are and print what it says", async (page) => {
    const mismatches = await runPage(page);
    if (process.env["GRIDIENT_DOCS"] === "write") rewrite(page, mismatches);
    else expect(mismatches.map(({ said, found }) => found && { said, found })).toEqual([]);
  });
});

function commandWords(): { commands: string[]; options: string[] } {
  const all = allCommands();
  const options = all.flatMap((command) => command.options.map(({ long }) => long!.slice(2)));
  return { commands: all.map((command) => command.name()), options: [...options, "help"] };
}

function rewrite({ path, text }: Page, mismatches: Awaited<ReturnType<typeof runPage>>): void {
  const shown = mismatches.filter(({ block }) => block.language === "console").toReversed();
  const renewed = shown.reduce(
    (page, { block: { start, text: old }, found }) =>
      page.slice(0, start) + found + page.slice(start + old.length),
    text,
  );
  writeFileSync(`${ROOT}${path}`, renewed);
}

function linksOf({ path, text }: Page): { path: string; anchor: string }[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, "").replaceAll(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(
    ([, link = "", anchor = ""]) => {
      return { path: link === "" ? path : posix.join(posix.dirname(path), link), anchor };
    },
  );
}

function isThere(path: string, anchor: string): boolean {
  if (!existsSync(`${ROOT}${path}`)) return false;
  if (anchor === "") return true;
  const headings = readFileSync(`${ROOT}${path}`, "utf8").matchAll(/^#+ (.*)$/gm);
  return [...headings].some(([, heading]) => anchorOf(heading!) === anchor);
}
