import { isAlias, isMap, isScalar, isSeq, stringify, type Scalar } from "yaml";

const CORE_TAG = "tag:yaml.org,2002:";

/**
 * Gives a scalar its canonical spelling: strings plain where they can be, numbers as JSON writes them, but whole ones
 * beyond 2^53 with an exponent, as integers must be exact.
 */
export function spellScalar(scalar: Scalar): void {
  const { value, tag } = scalar;
  delete scalar.type;
  delete scalar.source;
  delete scalar.format;
  delete scalar.minFractionDigits;
  if (tag?.startsWith(CORE_TAG)) delete scalar.tag;
  if (typeof value !== "number") return;
  if (value === 0) scalar.value = 0; // no -0
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) scalar.format = "EXP";
}

/** Returns a value of few words in one line. */
export function flowText(node: unknown): string {
  if (isAlias(node)) return `*${node.source}`;
  if (!isScalar(node) && !isSeq(node) && !isMap(node)) return "";
  const anchor = node.anchor === undefined ? "" : `&${node.anchor} `;
  if (isScalar(node)) return anchor + stringify(node.value, { lineWidth: 0 }).trimEnd();
  if (isSeq(node)) return `${anchor}[${node.items.map(flowText).join(", ")}]`;
  return `${anchor}{${node.items.map(({ key, value }) => `${flowText(key)}: ${flowText(value)}`).join(", ")}}`;
}
