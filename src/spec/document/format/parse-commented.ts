import { Composer, Parser, type CST, type Document } from "yaml";

/**
 * Returns the document of a valid YAML text with every comment at the block that its column shows. By itself the
 * parser gives comments at the margin to the block above if an indented comment is between the two.
 */
export function parseCommented(text: string): Document {
  const tokens = [...new Parser().parse(text)];
  for (const token of tokens) if (token.type === "document") releaseComments(token.value);
  return [...new Composer().compose(tokens)][0]!;
}

function releaseComments(token: CST.Token | undefined): void {
  if (token?.type !== "block-map" && token?.type !== "block-seq") return;
  for (const [i, { value }] of token.items.entries()) {
    releaseComments(value);
    token.items[i + 1]?.start.unshift(...cutComments(value, token.indent));
  }
}

/** Cuts off the end of a value from the first comment on that is no deeper than `indent`. */
function cutComments(value: CST.Token | undefined, indent: number): CST.SourceToken[] {
  const tail = tailOf(value);
  const line = tail.findIndex(({ type }) => type === "newline"); // a comment before it belongs to the value's line
  const cut = tail.findIndex((token, i) => i > line && token.type === "comment" && token.indent <= indent);
  return cut < 0 ? [] : tail.splice(cut);
}

function tailOf(token: CST.Token | undefined): CST.SourceToken[] {
  if (token?.type !== "block-map" && token?.type !== "block-seq") {
    return (token && "end" in token && token.end) || [];
  }
  const last = token.items.at(-1);
  return last && !last.sep && !last.value ? last.start : tailOf(last?.value);
}
