import { visit, type Document, type ErrorCode } from "yaml";
import type { Problem } from "../../problem.ts";
import { errorAt, type SourceText } from "../../source-text.ts";
import { spacingHint } from "./spacing-hint.ts";
import { statement, type Statement } from "../../../statement.ts";

/** Hints for errors of the YAML parser whose messages do not say what to do. */
const HINTS: Readonly<Partial<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: "Indent with spaces, two for each level",
  BAD_INDENT: "Close the bracket that is open above, or start the line in the column of its neighbours",
  MISSING_CHAR: "Write key: value, and close every quote and bracket",
  BLOCK_AS_IMPLICIT_KEY: "Start the line in the column of its neighbours, or quote a value that has a colon",
  BAD_SCALAR_START: "Put the value into quotes",
  TAG_RESOLVE_FAILED: "Remove the tag",
};

/** Returns the errors of the YAML parser, the first one at each place. */
export function explainSyntax(document: Document.Parsed, source: SourceText): Problem[] {
  const lastOffset = source.text.trimEnd().length - 1;
  const problems = new Map<number, Problem>();
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const reason = message.split("\n", 1)[0]!.replace(/[.:]$/, "");
    const isOpen = reason.startsWith("Missing closing");
    const start = Math.min((isOpen ? openQuote(document, pos[0]) : undefined) ?? pos[0], lastOffset);
    const line = lineAt(source, start);
    const hint = spacingHint(line) ?? HINTS[code];
    const wrong = commentSlip(line) ?? statement("yaml-syntax", `Invalid YAML: ${reason}`, hint);
    if (!problems.has(start)) problems.set(start, errorAt({ source, start, end: pos[1] }, wrong));
  }
  return [...problems.values()];
}

/** Returns a statement about a line that is a comment in another language; undefined if it is none. */
function commentSlip(line: string): Statement | undefined {
  const [, mark, words = ""] = /^\s*(\/\/|\/\*|--|;|%)\s*(.*?)(?:\s*\*\/)?$/.exec(line) ?? [];
  if (mark === undefined) return undefined;
  const rule = { subject: "A comment", verb: "must begin with", allowed: "#", found: mark };
  return statement("yaml-syntax", rule, `Write # ${words}`);
}

function lineAt({ text }: SourceText, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end < 0 ? undefined : end);
}

/** Returns the start of the quoted text that is still open at `offset`: the mistake is there, not at the end of the file. */
function openQuote(document: Document.Parsed, offset: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith("QUOTE") && range?.[1] === offset) start = range[0];
    },
  });
  return start;
}
