/**
 * What outputs must be, whatever strings went into them.
 * @module
 */
import { parse } from "csv-parse/sync";
import { parsers } from "prettier/plugins/markdown";
import { expect } from "vitest";

const INVISIBLE = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const ELEMENTS = new Set("svg style title g path line rect text tspan defs clipPath circle".split(" "));
const MARKDOWN = new Set(
  "root heading text paragraph sentence word whitespace strong table tableRow tableCell list listItem link emphasis code inlineCode image break".split(
    " ",
  ),
);

/** Every line is visible text. */
export function expectVisible(text: string): void {
  expect(INVISIBLE.exec(text)?.[0]).toBeUndefined();
}

/** A workflow's runner finds no command but annotations of ours. */
export function expectNoCommands(log: string): void {
  expectVisible(log);
  const commands = log.split("\n").filter((line) => /^\s*::|##\[/.test(line));
  expect(commands.filter((line) => !/^::(error|warning) file=[^,:]*,line=\d+,col=\d+,/.test(line))).toEqual(
    [],
  );
}

/** No cell is a formula, and rows are as long as their heading. */
export function expectHarmlessCsv(csv: string): void {
  expectVisible(csv);
  const cells = parse(csv).flat();
  expect(
    cells.filter((cell) => /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) && !isNumber(cell)),
  ).toEqual([]);
}

/** It is well-formed, with elements that only draw, and without references or programs. */
export function expectHarmlessSvg(svg: string): void {
  expectVisible(svg);
  const open: string[] = [];
  for (const [, rules] of svg.matchAll(/<style>([^<]*)<\/style>/g))
    expect(rules).toMatch(
      /^@media\(prefers-color-scheme:dark\)\{(\[(?:fill|stroke)="#\w{6}"\]\{(?:fill|stroke):#\w{6}\})*\}$/,
    );
  const rest = svg.replaceAll(/<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g, (_, ...tag) => {
    const [end, name, attributes, empty] = tag as unknown as readonly [string, string, string, string];
    expect(ELEMENTS).toContain(name);
    for (const [, key, value] of attributes.matchAll(/\s([\w:-]+)="([^"]*)"/g)) {
      expect(key).not.toMatch(/^(on.*|(xlink:)?href|style)$/i);
      if (key !== "aria-label") expect(value).not.toMatch(/url\((?!#)/i);
    }
    if (end) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name);
    return "";
  });
  expect(open).toEqual([]);
  expect(rest.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, "")).not.toMatch(/[<>&]/);
}

/** A node of a Markdown document, as prettier's parser (remark) returns it. */
interface MarkdownNode {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
}

/** What opens and closes a part that few need; its title holds nothing that a user has named. */
const DETAILS = /^(<details>\n<summary>[A-Z][A-Za-z ]+<\/summary>|<\/details>)$/;

/** It has text, tables and our own picture, and no HTML but that of our own parts; links lead where they say; rows are as long as their heading. */
export function expectHarmlessMarkdown(markdown: string): void {
  expectVisible(markdown);
  for (const node of nodesOf(parsers.markdown.parse(markdown, {} as never) as MarkdownNode)) {
    if (node.type === "html") expect(node.value).toMatch(DETAILS);
    else expect(MARKDOWN).toContain(node.type);
    if (node.type === "image") expect(node.url).toMatch(/^plots\/[\w.-]+\.svg$/);
    if (node.type === "link") expect(node.children).toMatchObject([{ type: "text", value: node.url }]);
    if (node.type === "table")
      expect(new Set(node.children!.map(({ children }) => children!.length)).size).toBe(1);
  }
}

function* nodesOf(node: MarkdownNode): Generator<MarkdownNode> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

function isNumber(cell: string): boolean {
  return cell.trim() !== "" && Number.isFinite(Number(cell));
}
