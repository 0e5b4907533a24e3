/**
 * Returns the canonical JSON text of a value: no spaces, keys sorted by UTF-16 code unit, shortest numbers.
 * Source: RFC 8785; JSON.stringify already writes numbers and strings as section 3.2.2 asks.
 * @throws {TypeError} If JSON has no form for it: a non-finite number, undefined, a function, a lone surrogate.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (isPlainObject(value)) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`).join(",")}}`;
  }
  if (!isScalar(value)) {
    throw new TypeError(`A value must have a form in JSON (got ${String(value)})`);
  }
  return JSON.stringify(value);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isScalar(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return !/\p{Surrogate}/u.test(value);
  return typeof value === "boolean" || value === null;
}
