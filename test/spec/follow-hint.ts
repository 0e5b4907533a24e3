import type { Problem } from "../../src/spec/problem.ts";
import { toData, type SpecNode } from "../../src/spec/spec-node.ts";
import { parseYaml } from "../../src/spec/document/yaml/parse-yaml.ts";

/** A key or a value of a text, and what it is in the text's data. */
interface Found {
  readonly path: readonly (string | number)[];
  readonly isKey: boolean;
}

/**
 * Returns a text with a problem's hint followed, as JSON: "Write X" where the problem is. Undefined where there is no hint,
 * or one that a person must think about.
 */
export function followHint(text: string, { line, column, hint, message }: Problem): string | undefined {
  const { root } = parseYaml(text, "fuzz.yaml");
  const words = /^(?:Write (?:for example )?|)(.+)$/.exec(hint ?? "")?.[1];
  if (!root || words === undefined) return undefined;
  const start =
    text
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length +
    (line > 1 ? 1 : 0) +
    column -
    1;
  const found = find(root, start, []);
  const data = toData(root);
  const isUnknownKey = message.startsWith("Unknown key");
  const place = found.find(({ isKey }) => isKey === isUnknownKey);
  if (!place) return undefined;
  const parent = place.path.slice(0, -1).reduce<unknown>(step, data);
  const last = place.path.at(-1);
  if (typeof parent !== "object" || parent === null || last === undefined) return undefined;
  if (hint!.startsWith("Remove it")) {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent, last);
    return JSON.stringify(data, null, 1);
  }
  if (!hint!.startsWith("Write ")) return undefined;
  if (isUnknownKey) return followKeyHint(words, { data, parent, key: String(last) });
  const [, field, written] = /^(\w+): (.+)$/.exec(words) ?? [];
  if (field !== undefined && field !== last) return undefined;
  const value = valueOf(
    (written ?? words).replace(/, without quotes.*$/, "").replace(/ if 10 to the power.*$/, ""),
  );
  if (value === undefined) return undefined;
  Reflect.set(parent, last, value);
  return JSON.stringify(data, null, 1);
}

/** "Write eta", "Write eta at the top level", "Write hidden below architecture", "Write objective: {metric: testLoss}". */
function followKeyHint(
  words: string,
  { data, parent, key }: { data: unknown; parent: object; key: string },
): string | undefined {
  const [, name, where] = /^([\w.]+)( at the top level| below [\w.]+)?$/.exec(words) ?? [];
  const whole = /^([\w.]+): (.+)$/.exec(words);
  const value: unknown = Reflect.get(parent, key);
  const entries = Object.entries(parent);
  if (whole) {
    Reflect.deleteProperty(parent, key);
    Reflect.set(parent, whole[1]!, valueOf(whole[2]!));
    return JSON.stringify(data, null, 1);
  }
  if (name === undefined) return undefined;
  Reflect.deleteProperty(parent, key);
  if (where === undefined) {
    for (const [other] of entries) Reflect.deleteProperty(parent, other);
    for (const [other, kept] of entries) Reflect.set(parent, other === key ? name : other, kept);
  } else {
    const target = where.startsWith(" below ") ? holderAt(data, where.slice(7).split(".")) : data;
    if (typeof target !== "object" || target === null || Array.isArray(target)) return undefined;
    Reflect.set(target, name, value);
  }
  return JSON.stringify(data, null, 1);
}

function holderAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((map, key) => {
    if (typeof map !== "object" || map === null) return undefined;
    if (!Object.hasOwn(map, key)) Reflect.set(map, key, {});
    return Reflect.get(map, key);
  }, data);
}

/** The first of several that a hint names: `0.3, [0.03, 0.3, 3] or {logspace: ...}`. */
function valueOf(words: string): unknown {
  let depth = 0;
  let end = words.length;
  for (const [i, character] of Array.from(words).entries()) {
    if ("[{".includes(character)) depth += 1;
    if ("]}".includes(character)) depth -= 1;
    if (depth === 0 && /^(, | or )/.test(words.slice(i))) {
      end = i;
      break;
    }
  }
  const { root } = parseYaml(words.slice(0, end), "hint.yaml");
  return root && !words.includes("...") ? toData(root) : undefined;
}

function step(data: unknown, key: string | number): unknown {
  return typeof data === "object" && data !== null ? Reflect.get(data, key) : undefined;
}

function find(node: SpecNode, start: number, path: readonly (string | number)[]): Found[] {
  const own = node.place.start === start ? [{ path, isKey: false }] : [];
  if (node.kind === "list")
    return [...own, ...node.items.flatMap((item, i) => find(item, start, [...path, i]))];
  if (node.kind === "scalar") return own;
  return [
    ...own,
    ...node.entries.flatMap(({ key, keyPlace, value }) => [
      ...(keyPlace.start === start ? [{ path: [...path, key], isKey: true }] : []),
      ...find(value, start, [...path, key]),
    ]),
  ];
}
