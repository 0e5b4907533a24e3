import { Composer, Parser, type CST, type Document } from "yaml";
import { bracketSlips } from "./bracket-slips.ts";
import { convertYaml } from "./convert-yaml.ts";
import { explainSyntax } from "./explain-syntax.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, sourceText, type Place, type SourceText } from "../../source-text.ts";
import type { SpecNode } from "../../spec-node.ts";
import { statement } from "../../../statement.ts";

/** More than any spec needs; the composer, which calls itself for each level, must never see thousands. */
export const MAX_DEPTH = 50;

/**
 * Returns the one document of a YAML 1.2 text as a tree, with the problems of YAML itself. No tree, and at least
 * one problem, where the text cannot be read.
 *
 * @param shown What problems quote, where parts of the text are blanked; as long as the text.
 */
export function parseYaml(
  text: string,
  file: string,
  shown: string = text,
): { root: SpecNode | undefined; problems: Problem[] } {
  const source = sourceText(shown, file);
  const unreadable = findNul(source) ?? findBlank(source);
  if (unreadable) return { root: undefined, problems: [unreadable] };
  const tokens = [...new Parser().parse(text)];
  const refused = findDirective(tokens, source) ?? findDepth(tokens, source);
  if (refused) return { root: undefined, problems: [refused] };
  const documents = [...new Composer({ uniqueKeys: false }).compose(tokens, true, text.length)];
  const problems = documents.flatMap((document) => explainSyntax(document, source));
  if (problems.length > 0) return { root: undefined, problems };
  const slips = documents.flatMap((document) => bracketSlips(document, source));
  if (slips.length > 0) return { root: undefined, problems: slips };
  return convertDocuments(documents, source);
}

function convertDocuments([document, second]: readonly Document.Parsed[], source: SourceText) {
  const problems: Problem[] = [];
  if (second) {
    const rule = {
      subject: "A file",
      verb: "must contain",
      allowed: "one YAML document",
      found: "a second one",
    };
    const wrong = statement("unsupported-yaml", rule, "Put it into a file of its own");
    problems.push(errorAt(at(source, second.range[0]), wrong));
  }
  if (!document?.contents) return { root: undefined, problems: [...problems, emptySpec(at(source, 0))] };
  const converted = convertYaml(document.contents, source);
  return { root: converted.root, problems: [...problems, ...converted.problems] };
}

function findNul(source: SourceText): Problem | undefined {
  const offset = source.text.indexOf("\0");
  if (offset < 0) return undefined;
  const rule = { subject: "The file", allowed: "UTF-8 text", found: "a NUL byte" };
  return errorAt(at(source, offset), statement("not-text", rule, "Save the file as UTF-8"));
}

function findBlank(source: SourceText): Problem | undefined {
  return source.text.trim() === "" ? emptySpec(at(source, 0)) : undefined;
}

function emptySpec(place: Place): Problem {
  const hint = "Write dataset, architecture, eta and epochs";
  return errorAt(place, statement("empty-file", "The file contains no experiment", hint));
}

function findDirective(tokens: readonly CST.Token[], source: SourceText): Problem | undefined {
  const directive = tokens.find((token) => token.type === "directive" && token.source !== "%YAML 1.2");
  if (directive?.type !== "directive") return undefined;
  const { offset } = directive;
  const rule = {
    subject: "An experiment",
    allowed: "plain YAML 1.2",
    found: `the directive ${directive.source}`,
  };
  const place = at(source, offset, offset + directive.source.length);
  return errorAt(place, statement("unsupported-yaml", rule, "Remove the line"));
}

function findDepth(tokens: readonly CST.Token[], source: SourceText): Problem | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) {
      const rule = { subject: "An experiment", verb: "must nest", allowed: `at most ${MAX_DEPTH} levels` };
      return errorAt(at(source, token.offset), statement("too-large", { ...rule, found: "more" }));
    }
    if (token.type === "document" && token.value) open.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}

function at(source: SourceText, start: number, end: number = start + 1): Place {
  return { source, start, end };
}
