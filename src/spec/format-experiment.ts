import { Document } from "yaml";
import { EXPERIMENT_SCHEMA } from "../fields/experiment-schema.ts";
import { layOut, LINE_WIDTH } from "./document/format/lay-out.ts";
import { orderKeys } from "./document/format/order-keys.ts";
import { parseCommented } from "./document/format/parse-commented.ts";
import { parseYaml } from "./document/yaml/parse-yaml.ts";

const MODELINE = /^\s*#\s*yaml-language-server:/;
const STYLE = { lineWidth: LINE_WIDTH, flowCollectionPadding: false };

/**
 * Returns a spec in its canonical form: keys in the schema's order, axes among themselves as written (their order is
 * that of the trials), one spelling for each value, short lists and maps in one line, every comment kept.
 *
 * @param text A spec without errors.
 */
export function formatSpec(text: string): string {
  const { head, body, tail } = splitComments(text);
  const { contents, comment, commentBefore } = parseCommented(body);
  orderKeys(contents, parseYaml(body, "").root, EXPERIMENT_SCHEMA);
  layOut(contents);
  const document = new Document();
  Object.assign(document, { contents, comment, commentBefore });
  return [...canonicalHead(head), document.toString(STYLE), ...tail.map((line) => `${line}\n`)].join("");
}

/**
 * Cuts the lines of comments off both ends that speak of the whole file: those before the last empty line or
 * modeline above the first key, and those at the margin behind the last value.
 */
function splitComments(text: string): { head: string[]; body: string; tail: string[] } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const first = lines.findIndex((line) => !/^\s*(#|$)/.test(line));
  const last = lines.findLastIndex((line) => !/^(#|\s*$)/.test(line));
  const end = lines.slice(0, first).findLastIndex((line) => line.trim() === "" || MODELINE.test(line)) + 1;
  return {
    head: lines.slice(0, end),
    body: `${lines.slice(end, last + 1).join("\n")}\n`,
    tail: withSingleGaps(lines.slice(last + 1)),
  };
}

/** The modeline, then the other comments with an empty line behind them. */
function canonicalHead(head: readonly string[]): string[] {
  const modelines = head.filter((line) => MODELINE.test(line));
  const others = withSingleGaps(head.filter((line) => !MODELINE.test(line)));
  if (others[0] === "") others.shift();
  return [...modelines, ...others, ...(others.length > 0 ? [""] : [])].map((line) => `${line.trim()}\n`);
}

/** Returns trimmed lines without those that are empty at the end or follow an empty one. */
function withSingleGaps(lines: readonly string[]): string[] {
  const trimmed = lines.map((line) => line.trim());
  const end = trimmed.findLastIndex((line) => line !== "") + 1;
  return trimmed.slice(0, end).filter((line, i) => line !== "" || trimmed[i - 1] !== "");
}
