/** A piece of a line of YAML, and the class of the style sheet that it has. */
export interface YamlPart {
  readonly look: "comment" | "key" | "string" | "number" | "plain";
  readonly text: string;
}

/** A longer line is not taken apart. */
const LONGEST = 500;

/** In the order in which they are tried; a key is followed by a colon, a number by the end of a value. */
const PARTS =
  /(?<comment>(?<!\S)#.*)|(?<key>(?<![^\s{,[])(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w.$/-][^\s#:,[\]{}"']*)(?=\s*:(?!\S)))|(?<string>(?<![^\s[{,])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'))|(?<number>(?<![^\s[{,])[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![^\s,\]}]))/g;

/** Returns the pieces of a line of YAML, which together are the line. It looks at each line alone, for its colours only. */
export function yamlParts(line: string): YamlPart[] {
  if (line.length > LONGEST) return [{ look: "plain", text: line }];
  const parts: YamlPart[] = [];
  let end = 0;
  for (const { index, 0: text, groups = {} } of line.matchAll(PARTS)) {
    if (index > end) parts.push({ look: "plain", text: line.slice(end, index) });
    const look = (["comment", "key", "string", "number"] as const).find((name) => groups[name] !== undefined);
    parts.push({ look: look ?? "plain", text });
    end = index + text.length;
  }
  return end < line.length ? [...parts, { look: "plain", text: line.slice(end) }] : parts;
}
