import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Scalar,
  visit,
  type Node,
} from "yaml";
import type { YAMLMap, YAMLSeq } from "yaml";
import { flowText, spellScalar } from "./spell-scalar.ts";

/** Characters of a line that values are laid out for. */
export const LINE_WIDTH = 110;

/**
 * Gives every value of a tree its canonical style: one spelling for scalars; one line for lists of scalars, lists of
 * such lists and maps of scalars, if they fit and have no comment or empty line among them; blocks for the rest.
 */
export function layOut(root: unknown): void {
  if (!isCollection(root)) return;
  visit(root, {
    Pair: (_, pair) => void (pair.value ??= new Scalar(null)),
    Scalar: (_, scalar) => spellScalar(scalar),
    Collection: (_, { items }) => forgetGaps(items),
  });
  layOutBlock(root, 0);
}

/** @param column Of its keys or dashes. */
function layOutBlock(node: YAMLMap | YAMLSeq, column: number): void {
  if (node.flow && node.comment) {
    node.commentBefore = [node.commentBefore, node.comment].filter(Boolean).join("\n");
    node.comment = null;
  }
  node.flow = false;
  if (isSeq(node)) for (const item of node.items) layOutItem(item, column + 2);
  else
    for (const { key, value } of node.items)
      layOutValue(value, column + 2, column + flowText(key).length + 2);
}

/** Puts a comment on the first key of a map above the dash, where the parser reads it as one on the item. */
function layOutItem(item: unknown, column: number): void {
  const first = isMap(item) ? item.items[0]?.key : undefined;
  if (isMap(item) && isScalar(first) && first.commentBefore) {
    item.commentBefore = [item.commentBefore, first.commentBefore].filter(Boolean).join("\n");
    first.commentBefore = null;
  }
  layOutValue(item, column, column);
}

/**
 * @param column Of its keys, dashes or lines if it is a block.
 * @param start Where it starts if it is in one line.
 */
function layOutValue(node: unknown, column: number, start: number): void {
  const width = LINE_WIDTH - start;
  if (isScalar(node)) Object.assign(node, blockType(node.value, width));
  if (!isMap(node) && !isSeq(node)) return;
  const isSplit = start > column && node.commentBefore; // a comment is between it and its key
  const fits = !isSplit && isShort(node) && flowText(node).length <= width;
  if (node.items.length > 0 && !fits) return layOutBlock(node, column);
  node.flow = true;
  if (isMap(node)) for (const { value } of node.items) if (isScalar(value)) quoteRound(value);
}

/** In a map in one line, text that begins with round brackets would be refused as a list. */
function quoteRound(scalar: Scalar): void {
  const { value } = scalar;
  if (typeof value === "string" && /^\([^()\n]*\)[^]*[^)]$/.test(value)) scalar.type = Scalar.QUOTE_DOUBLE;
}

/** Text is folded where it does not fit, literal where its lines do, quoted where it has spaces that do not show. */
function blockType(value: unknown, width: number): Pick<Scalar, "type"> {
  if (typeof value !== "string") return {};
  if (/^\s|[ \t](?:\n|$)/.test(value)) return { type: Scalar.QUOTE_DOUBLE };
  if (value.split("\n").some((line) => line.length > width)) return { type: Scalar.BLOCK_FOLDED };
  return value.includes("\n") ? { type: Scalar.BLOCK_LITERAL } : {};
}

function isShort(node: YAMLMap | YAMLSeq): boolean {
  if (node.comment?.includes("\n")) return false;
  if (isSeq(node))
    return node.items.every((item) => isWord(item) || (isSeq(item) && isShort(item) && !isAnnotated(item)));
  return node.items.every(({ key, value }) => isWord(key) && isWord(value));
}

function isWord(node: unknown): boolean {
  if (isAlias(node)) return !isAnnotated(node);
  return isScalar(node) && !isAnnotated(node) && !String(node.value).includes("\n");
}

function isAnnotated({ comment, commentBefore, spaceBefore }: Node): boolean {
  return Boolean(comment) || Boolean(commentBefore) || spaceBefore === true;
}

/** Drops the empty line before the first of several items, and those between a key and its value. */
function forgetGaps(items: readonly unknown[]): void {
  for (const [i, item] of items.entries()) {
    const nodes = isPair(item) ? [i === 0 && item.key, item.value] : [i === 0 && item];
    for (const node of nodes) if (isNode(node)) node.spaceBefore = false;
  }
}
