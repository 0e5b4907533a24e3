/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const TOKEN = /<(\/?)([A-Za-z][\w-]*)((?: [A-Za-z][\w-]*="[^"<]*")*)(\/?)>|([^<]+)/y;

/**
 * Returns the root of an XML document: of the part of XML 1.0 that has elements, attributes and text, strictly.
 *
 * @throws {Error} Where the text is anything else.
 */
export function parseXml(text: string): XmlElement {
  const body = text.replace('<?xml version="1.0" encoding="UTF-8"?>\n', "");
  if (body === text || !CHARACTERS.test(text))
    throw new Error("no XML declaration, or a character XML forbids");
  const root = { name: "", attributes: {}, children: [] as XmlElement[], text: "" };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(body);
    if (!match) throw new Error(`no XML at ${at}: ${body.slice(at, at + 40)}`);
    const [, closing, name = "", attributes = "", empty, characters] = match;
    if (characters !== undefined) open.at(-1)!.text += unescape(characters);
    else if (closing) {
      if (open.pop()!.name !== name) throw new Error(`unexpected end of ${name}`);
    } else {
      const element = { name, attributes: readAttributes(attributes), children: [], text: "" };
      open.at(-1)!.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error("not one whole element");
  return root.children[0]!;
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name!, unescape(value!)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error("an attribute stands twice");
  return Object.fromEntries(pairs);
}

function unescape(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot)|#(\d+));|&/g, (reference, name?: string, code?: string) => {
    if (reference === "&") throw new Error("a bare &");
    return name === undefined
      ? String.fromCodePoint(Number(code))
      : { amp: "&", lt: "<", gt: ">", quot: '"' }[name]!;
  });
}
